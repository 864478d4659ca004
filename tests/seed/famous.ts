/** Well-known people whose names a list of common Dutch names could put together by chance. */
export const FAMOUS: readonly string[] = (
  "Mark Rutte, Wim Kok, Joop den Uyl, Dick Schoof, Geert Wilders, Frans Timmermans, Pieter Omtzigt, Johan Cruijff, " +
  "Kees de Jager, Frank de Boer, Ronald de Boer, Hans de Boer, Ria Visser, Piet Keizer, Willem van Hanegem, " +
  "Piet Paulusma, Hans Wiegel, Joop van den Ende, Joop Zoetemelk, Henk Kamp, Henk van der Meulen, Wim Sonneveld, " +
  "Toon Hermans, Frans Bauer, Ben Cramer, Rob de Nijs, Theo van Gogh, Theo Maassen, Kees van Kooten, Wim de Bie, " +
  "Gerrit Komrij, Jaap Stam, Ton Koopman, Herman Brood, Herman van Veen, Herman Koch, Arie Boomsma, Bernard Haitink, " +
  "Simon Carmiggelt, Simon Vestdijk, Hans van den Broek, Wouter Bos, Wouter Koolmees, Bart de Graaff, Iris de Graaff, " +
  "Marianne Timmer, Yvonne van Gennip, Annie M.G. Schmidt, Hanna Bos, Thea Beckman, Corrie ten Boom, Nel Veerkamp, " +
  "Leontien van Moorsel, Monique Velzeboer, Esther Vergeer, Femke Halsema, Femke Bol, Petra Laseur, Ellen Vogel, " +
  "Wendy van Dijk, Sander Lantinga, Dennis Bergkamp, Patrick Kluivert, Koen Verweij, Jeroen Krabbé, Jeroen Pauw, " +
  "Peter Post, Peter Faber, Peter Koelewijn, Carla Bruni, Ingrid Haringa, Hans Teeuwen, Linda de Mol, Anja Meulenbelt, " +
  "Ahmed Aboutaleb, Mohamed Rabbae, Khadija Arib, Ronald Koeman, Edgar Davids, Winston Bogarde, Emre Can, " +
  "Marieke van der Wal, Rinus Michels, Rinus Israël, Nico Dijkshoorn, Klaas Dijkhoff, Gijs Scholten van Aschat"
).split(", ");
