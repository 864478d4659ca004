/**
 * Which R4 elements repeat (max > 1), compiled from the R4 (4.0.1) definitions: XML does not say, JSON must.
 *
 * A word is an element name, a mark, and the contexts where the mark does not hold. Marks: `+` repeats everywhere,
 * `-` nowhere, `^` directly under a resource only, `_` only deeper. A context is the owner: the resource type, the
 * parent element's name, or its data type for `valueQuantity` and its like; `Resource/owner` narrows it.
 * Names that are not here never repeat.
 */
export const REPEATING = `
about+ account+Invoice action+AuditEvent, focalDevice, mitigation activity-CarePlan
actor^AppointmentResponse, provision addItem+ additionalCharacteristic+ additionalClassification+
additionalIdentifier+ additionalInstruction+ additive-Specimen/processing, container address^Endpoint,
Location addresses+ adjudication+ administration+ administrationGuidelines+ agent+ aggregation+
alias^element allergyIntolerance+ allowedResponse+ alternateMaterial+ alternative+ anchor+ answer+
answerOption+ applicability+cost application+ appliesTo+ appointment-Encounter areaUnderCurve+ arm+
assessment-stage asset+ associatedMedication+ attachedDocument+ attester+ author^Basic, CarePlan,
Contract, DetectedIssue, Flag, Linkage, MessageHeader, QuestionnaireResponse, RequestGroup, organism,
section authority-Contract authorizationSupporting+ authorizingPrescription+ availableTime+
base-SearchParameter basedOn+RiskAssessment basis^ batchIdentifier+ benefit+ benefitBalance+
bodySite^DeviceUseStatement, Media, Observation bodysite+ calibration+ capability+ careTeam+
careTeamSequence+ category^DeviceMetric, MedicationAdministration, MedicationDispense,
MedicationStatement, MessageDefinition, Procedure, SupplyRequest, securityLabel causality+ certainty+
certaintySubcomponent+ chain+ characteristic+ characteristics+ class-Coverage, provision classHistory+
classification^MedicinalProductUndesirableEffect, medicineClassification clinicalTrial+
code-MeasureReport/stratifier, OrganizationAffiliation, PractitionerRole, Questionnaire,
StructureDefinition/element, SubstanceSpecification, action, codeFilter, context, event, evidence, item,
provision codeFilter+ codeSystem+ coding+ collection-SpecimenDefinition color_lensSpecification
comment-ResearchDefinition, ResearchElementDefinition communication+ communicationMethod+attestation
communicationRequest+ comorbidity+ comparator^ compartment+ complication+ complicationDetail+
component+version concept+ conclusionCode+ condition^RiskAssessment, action, element constraint+
contact+source contained+ containedInstance+ container^ contains+ content+CodeSystem, Media
context-StructureDefinition, asset contextInvariant+ contextLinkId+ contract+ contraindicatedVaccineCode+
contraindication+ contributor+ control+ copolymerConnectivity+ costToBeneficiary+ cost^benefit
countryLanguage+ countryOfOrigin+ country^referenceStrength, strength coverageArea+
coverage^EnrollmentRequest crossReference+ data-TriggerDefinition, provision, trigger dataRequirement+
dateCriterion+ dateFilter+ dayOfWeek+ daysOfWeek+ decisionMode+ definition-Measure definitionCanonical^
definitionUri^ degreeOfPolymerisation+ dependent_ dependsOn+ derivedFrom+SearchParameter derivedFromUri+
description-DeviceDefinition/capability designation+ destination-MessageHeader, TestScript
detail+DetectedIssue, activity, assert, operation, reaction detailSequence-addItem detectedIssue+
device+DeviceUseStatement, Media, MolecularSequence, Observation deviceName+Media diagnosis+
diagnosisSequence+ dietPreference+ discriminator+ disulfideLinkage+ document^ documentation-action, goal
domain_Contract, classification dosage+MedicationAdministration dosageInstruction+ doseAndRate+
doseStatusReason+ drugCharacteristic+ dynamicValue+ editor+ education+ effectEstimate+
element+geneElement, source, target eligibility+ enableWhen+ encounter_ endorser+ endpoint^messaging,
series enrollment+ entity^ entry+ episodeOfCare+ error+Subscription evaluatedResource+ evaluationMessage+
eventHistory+ event_Composition evidence+ example+ exception+ exclude-compose excludeFoodModifier+
exposureVariant+ expression-issue extension+ fMeasure+ fhirVersion_ImplementationGuide filter+ financial+
finding+ fixture+ fluidConsistencyType+ focalDevice+ focus^Task followUp+ foodPreferenceModifier+
forecastReason+ format^ fractionDescription+ friendly+ geneElement+ gene^ generalCost+
generalPractitioner+ geographicalLocation+ given+ global+ goal+ goalId+ graph+ group^group, term grouping+
guarantor+ handling+ hasMember+ header+ healthcareService+ hoursOfOperation+ identifier^AdverseEvent,
Bundle, Composition, ConceptMap, MedicinalProductIngredient, QuestionnaireResponse, SpecimenDefinition,
SubstanceSpecification, TestReport, TestScript, container, jurisdictionalAuthorization, offer,
packageItem, plan, qualification, specialDesignation image+ imagingStudy+ implementationGuide+ implicated+
import+ imports+ imprint+ inResponseTo+ include+ informationSequence+ ingredient+ initial+ input+
instance^OperationDefinition, series instantiates+ instantiatesCanonical+Contract, Task
instantiatesUri+Contract, Task insurance+ intendedRoute+ interactant+ interaction+target interpretation+
interpreter+ investigation+ isotope+ issue+ item+entry, relatedEntry itemSequence-addItem
jurisdiction^jurisdictionalAuthorization, name, synonym, translation jurisdictionalAuthorization+ keyword+
kinetics+ language-name, synonym, translation, version languageCode+ legal+ lensSpecification+
lethalDose50+ library+ limit-benefit line+ lineItem+ link+media linkId+item linkage+ listMode+source
location-Encounter, HealthcareService, OrganizationAffiliation, PractitionerRole, ResearchStudy, issue
locationCode+ locationQualifier+ locationReference^ managingOrganization-CareTeam manifestation+
manufacturedItem+ manufacturer+Device, Immunization, Medication, MedicationKnowledge
manufacturingBusinessOperation+ mapping+ marketingStatus+ masterFile+ material^packageItem media^
medicineClassification+ medium+ member^ messaging+ mitigation-DetectedIssue modality^Media modification+
modifier+nutrient, texture modifierExtension+ moiety+ molecularWeight^ monitoringProgram+ monograph+
monomerSet+ mustSupport+element name-MedicinalProduct, Patient, Person, Practitioner, RelatedPerson,
SubstanceSpecification namePart+ network^Coverage, coverage, plan notAvailable+ note+ noteNumber+ numFN+
numFP+ numTP+ number-securityLabel nutrient+ objective+ observationRequirement+
observationResultRequirement+ official+ op+ValueSet/filter operation+action, step operator-filter
orderDetail+ organization-Consent origin^capability other+link otherCharacteristics+ otherTherapy+
outcome-Evidence outcomeCode+ outcomeCodeableConcept+ outcomeReference+ output+ overload+ packageItem+
packagedMedicinalProduct+ page+definition param+ parameter+ parameterName+ parent+Device, DeviceMetric,
RiskAssessment parentSubstanceId+ parentSubstanceName+ part-parameter, part partDescription+
partOf+Account, Encounter, Location, Organization participant+ participantType+ party-offer patchFormat+
patientCharacteristics+ patientPreparation+ payloadMimeType+ payloadType+ payload^ payor+ performerLinkId+
performerType_Task performer^DeviceRequest, GuidanceResponse, MedicationRequest, MolecularSequence,
RiskAssessment, detail, series period-asset periodType+ permittedDataType+ pharmaceuticalProduct+
photo+HealthcareService, Person plan+ pointer+ policy+ population+EffectEvidenceSynthesis,
ResearchDefinition, RiskEvidenceSynthesis preAuthRefPeriod+ preAuthRef_ExplanationOfBenefit precision-roc
precisionEstimate+ prediction+ prefix+action, item presentedForm+ priceComponent+
primarySource+Immunization priorRequest+ prism+ problem+ procedure-Claim, ExplanationOfBenefit
procedureCode+ procedureSequence+ process+ processNote+ processing+ product-target productClassification+
productType+ profile-DataRequirement, Meta, TestScript, data, dataRequirement, input, meta, output, type
prognosisCodeableConcept+ prognosisReference+ program+ programCode+ programEligibility+ progress+
propertyGroup+ property^concept, version protocolApplied+ protocol^ provider-addItem provision_
purposeOfEvent+ purposeOfUse+ purpose_CoverageEligibilityRequest, CoverageEligibilityResponse, contact
pushTypeAvailable+ qualification^ qualifiedInterval+ qualifiers+ quality+ rating+ reaction+
reason-ChargeItem, MedicationDispense/substitution, Provenance, action reasonCode+Task reasonLinkId+
reasonReference+Task receiver^ recipient+Invoice, PaymentNotice, valuedItem recommendation+
reference-relatedMedicationKnowledge referenceDocument+ referencePolicy+ referenceRange+amount
referenceStrength+ referencedFrom+ referralMethod+ referralRequest+ regulatory+ rejectionCriterion+
related+ relatedAction+ relatedArtifact+ relatedEntry+ relatedMedicationKnowledge+ relatesTo+
relationship^Coverage, FamilyMemberHistory, contact relevantHistory+ repeatUnit-repeat repeat^ replaces+
report+ repository+ representation-element, structure request-BiologicallyDerivedProduct, Specimen
requestHeader+ requestedPeriod+ requesterLinkId+ requester_ resource^definition, manifest, rest
responsibleParty+ rest+ result-DiagnosticReport resultingCondition+ resultsByExposure+ resultsInterpreter+
reviewer+ role-CareTeam/participant, agent routeOfAdministration+ rule^group, rule safety+
schedule_administration, schedule score-roc searchInclude+ searchParam-resource, rest searchRevInclude+
section+ security+rest securityLabel+ securityLabelNumber+ sensitivity+ series-ImagingStudy service+
serviceCategory+ serviceProvisionCode+ serviceType+Encounter shelfLifeStorage+ signature+Bundle signer+
site^Immunization slot+ sort+ source_Meta, SubstanceSpecification, collection, constraint, cost, group,
meta, monograph, referencedFrom, template specialArrangement+ specialCourtesy+ specialDesignation+
specialMeasures+ specialPrecautionsForStorage+ specialization+ specialty+ specificCost+
specifiedSubstance+ specimen+MolecularSequence, Observation specimenRequirement+ stage+ startingMaterial+
statusHistory+ statusReason-Device, MedicationAdministration, MedicationStatement step+ storage+
stratifier+ stratum+ strength-specifiedSubstance, substance structuralRepresentation+
structure-StructureMap structureVariant+ study-AdverseEvent subDetail+ subDetailSequence-addItem subSite+
subType-Contract subdetailSequence+ subjectMedicalHistory+ subjectType+ subject_Account, Contract,
MedicinalProductContraindication, MedicinalProductIndication, MedicinalProductInteraction,
MedicinalProductPackaged, MedicinalProductUndesirableEffect subpotentReason+ substitution_isotope subtype+
subunit^ suffix+ sugar+ supplement+ supplementalData+ supplier-SupplyRequest supportedMessage+
supportedProfile+ supportingImmunization+ supportingInfo+ supportingInfoSequence+ supportingInformation^
supportingPatientInformation+ suspectEntity+ synonym+ tag+ targetDisease_recommendation targetLocation+
targetProfile+ targetSpecies+ target^GraphDefinition/link, element, goal, rule team+ telecom+ template+
term^ test+ texture+ therapeuticIndication+ timeOfDay+ topic^Communication totalPriceComponent+
total^Bundle, Claim translation_closure trigger+ type-Appointment/participant, AuditEvent/source,
Claim/procedure, Encounter, Encounter/participant, EpisodeOfCare, ExplanationOfBenefit/procedure,
HealthcareService, InsurancePlan, Location, Measure, Organization, Signature, StructureDefinition/element,
asset, diagnosis, oralDiet, primarySource, signature typeReference+ typeTested+ udi+ udiCarrier+
udiDeviceIdentifier+ undesirableEffect+ uniqueId+ usageContext+ usage_ useContext+ usePeriod+ usedCode+
usedReference+ vaccineCode_ validationProcess+ validator+ value-patientCharacteristics
valueCode-Device/property, DeviceDefinition/property valueQuantity-property valueSet-exclude, include
valuedItem+ variable^dependent variant+ verification+ version-Device, DeviceDefinition, codeSystem,
instance when-repeat withdrawalPeriod+ workflow+
`;
