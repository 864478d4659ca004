/** An official first name and the name it becomes in daily life. */
type Given = readonly [official: string, ...called: string[]];

/** First names of people born until about 1955, and after. */
export const GIVEN: Readonly<Record<"female" | "male", { old: readonly Given[]; young: readonly Given[] }>> =
  {
    female: {
      old: [
        ["Johanna", "Annie", "Jo", "Joke", "Hanna"],
        ["Maria", "Riet", "Mia", "Ria", "Marie"],
        ["Cornelia", "Corrie", "Nel", "Cora"],
        ["Wilhelmina", "Mien", "Willy", "Minie"],
        ["Elisabeth", "Bep", "Betsy", "Lies"],
        ["Hendrika", "Riek", "Henny", "Rika"],
        ["Catharina", "Toos", "Rina", "Tini"],
        ["Geertruida", "Truus", "Gerda", "Truida"],
        ["Antonia", "Tonnie", "Toos"],
        ["Jacoba", "Coba", "Co"],
        ["Margaretha", "Greet", "Gretha"],
        ["Helena", "Leny", "Lena"],
        ["Alida", "Alie", "Lida"],
        ["Theodora", "Dora", "Thea"],
        ["Petronella", "Nellie", "Ella"],
        ["Aaltje", "Alie", "Alice"],
        ["Adriana", "Jeanne", "Adrie"],
        ["Gerritje", "Gerrie"],
        ["Dina", "Dinie"],
        ["Anna", "Annie", "Anneke"],
      ],
      young: [
        ["Monique"],
        ["Sandra"],
        ["Esther"],
        ["Femke"],
        ["Roos"],
        ["Iris"],
        ["Naomi"],
        ["Daphne"],
        ["Wendy"],
        ["Lotte"],
        ["Merel"],
        ["Marjolein"],
        ["Petra"],
        ["Ellen"],
        ["Johanna", "Anouk"],
        ["Maria", "Marieke"],
      ],
    },
    male: {
      old: [
        ["Johannes", "Joop", "Hans", "Jo", "Han"],
        ["Cornelis", "Kees", "Cor"],
        ["Hendrik", "Henk", "Hein"],
        ["Willem", "Wim"],
        ["Pieter", "Piet"],
        ["Gerrit", "Gerrit", "Ger"],
        ["Jacobus", "Jaap", "Koos"],
        ["Adrianus", "Arie", "Adri"],
        ["Antonius", "Ton", "Toon"],
        ["Nicolaas", "Nico", "Klaas"],
        ["Franciscus", "Frans"],
        ["Theodorus", "Theo", "Dorus"],
        ["Simon", "Siem"],
        ["Marinus", "Rinus"],
        ["Bernardus", "Ben", "Bernard"],
        ["Lambertus", "Bertus", "Lammert"],
        ["Gijsbertus", "Gijs"],
        ["Hermannus", "Herman"],
        ["Derk", "Derk"],
      ],
      young: [
        ["Dennis"],
        ["Sander"],
        ["Thijs"],
        ["Rik"],
        ["Niels"],
        ["Joris"],
        ["Stefan"],
        ["Patrick"],
        ["Bart"],
        ["Koen"],
        ["Martijn"],
        ["Erwin"],
        ["Wouter"],
        ["Johannes", "Jeroen"],
        ["Petrus", "Peter"],
      ],
    },
  };

/** Last names, written as `prefix|name`; none that makes someone famous with a common first name. */
export const LAST_NAMES = (
  "Bakker Vinke Hoekstra Dijkstra Postma Wolters Brouwer Schouten Pasman Veenstra Huisman Nijhuis Wensink " +
  "Harmsen Lubbers Zijlstra Koster Timmer Reinders Oosterhuis Wassink Klein_Hesselink Groot_Wassink " +
  "Ruiterkamp Hietbrink Bosman Scholten Teunissen Roelofs Huizinga Wiersma Terpstra Kramer Kuiper Hofman Stam " +
  "Tromp Zonneveld Duin Schoen Beerepoot Bijl Glorie Kaandorp Levering Apeldoorn Admiraal Tiebie Castricum " +
  "van_der|Meulen van_den|Berg van|Leeuwen van_der|Heijden de|Nooij de|Gans de|Lange van|Zanten ter|Horst " +
  "ten|Broeke in_'t|Veld van_'t|Hof 't|Hart op_den|Velde van_der|Kolk van_den|Bosch van|Vliet de|Haas den|Hartog " +
  "van|Egmond van_der|Steen de|Ridder te|Winkel van|Amerongen van_de|Kamp"
)
  .split(" ")
  .map((entry) => {
    const [first = "", second] = entry.replaceAll("_", " ").split("|");
    return second === undefined ? { prefix: null, lastName: first } : { prefix: first, lastName: second };
  });

/** Where a family comes from, when not from the Netherlands: names that go together. */
interface Origin {
  nationality: string;
  language: string;
  female: readonly string[];
  male: readonly string[];
  lastNames: readonly string[];
}

const surinamese: Origin = {
  nationality: "Nederlandse",
  language: "Nederlands",
  female: ["Hilda", "Joyce", "Lucia", "Sylvia", "Roshnie", "Muriel"],
  male: ["Armand", "Ronald", "Edgar", "Soeresh", "Orlando", "Winston"],
  lastNames: ["Ramdin", "Kensmil", "Sewnarain", "Pinas", "Ramcharan", "Landveld", "Tjon A Fat"],
};
const flemish: Origin = {
  nationality: "Belgische",
  language: "Nederlands",
  female: ["Godelieve", "Lutgarde", "Simonne", "Rosette"],
  male: ["Jozef", "Firmin", "Gaston", "Achiel"],
  lastNames: ["Verstraeten", "Vandenbroucke", "De Smet", "Goossens", "Wauters", "Claeys"],
};
const indonesian: Origin = {
  nationality: "Nederlandse",
  language: "Nederlands",
  female: ["Connie", "Elvira", "Wies", "Tilly"],
  male: ["Ferdinand", "Rudolf", "Ronnie", "Benny"],
  lastNames: ["Manuhutu", "Tahapary", "Souisa", "Pattinama", "De Wolff", "Latuheru"],
};
const moroccan: Origin = {
  nationality: "Marokkaanse en Nederlandse",
  language: "Berbers",
  female: ["Fadma", "Khadija", "Yamina", "Naima", "Loubna"],
  male: ["Mohamed", "Ahmed", "Abdellah", "Driss", "Younes"],
  lastNames: ["El Idrissi", "Bakkali", "Ouali", "Azzouzi", "El Hamdaoui", "Benali"],
};
const turkish: Origin = {
  nationality: "Turkse en Nederlandse",
  language: "Turks",
  female: ["Fatma", "Emine", "Hatice", "Sevgi", "Elif"],
  male: ["Mehmet", "Hasan", "İsmail", "Yusuf", "Emre"],
  lastNames: ["Yıldız", "Çelik", "Aydın", "Şahin", "Koç", "Özdemir"],
};

/** Origins whose families fit any relative the dossier texts name, and those that fit some only. */
export const ORIGINS = {
  any: [surinamese, surinamese, flemish, indonesian],
  some: [moroccan, turkish],
} as const;
