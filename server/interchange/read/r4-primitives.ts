/** Names, marks and contexts as in `r4-repeating.ts`; compiled from the R4 (4.0.1) definitions. */

/** Primitive elements that are JSON numbers. */
export const NUMBERS = `
add+ allowedUnsignedInt+ altitude+ amount+ answerDecimal+ answerInteger+ axis+ backCurve+
careTeamSequence+ conversionFactor+ coordinateSystem+ count+ countMax+ cylinder+ decimalPrecision+
defaultValueDecimal+ defaultValueInteger+ defaultValuePositiveInt+ defaultValueUnsignedInt+
denominatorCount+ destination+ detailInteger+ detailSequence+ diagnosisSequence+ diameter+ dimensions+
doseNumberPositiveInt+ duration+ durationMax+ end-inner, outer, quality, variant fMeasure+ fScore+ factor+
factorOverride+ fixedDecimal+ fixedInteger+ fixedPositiveInt+ fixedUnsignedInt+ frames+ frequency+
frequencyMax+ from+ groupSize+ gtFP+ height+ index+ informationSequence+ itemSequence+ latitude+ length+
level+ limit+ longitude+ lowerLimit+ maxLength+ maxValueDecimal+ maxValueInteger+ maxValuePositiveInt+
maxValueUnsignedInt+ min+ minValueDecimal+ minValueInteger+ minValuePositiveInt+ minValueUnsignedInt+
minutesDuration+ multipleBirthInteger+ noteNumber+ numFN+ numFP+ numTP+ number+operation
numberOfInstances+ numberOfParticipants+ numberOfRepeatsAllowed+ numberOfSeries+ numberOfStudies+
numberOfSubunits+ numberOfUnits+ numeratorCount+ offset+ order+ origin+ patternDecimal+ patternInteger+
patternPositiveInt+ patternUnsignedInt+ period+ periodMax+ points+ power+ precedence+ precision+
priority_Appointment, action probabilityDecimal+ procedureSequence+ quantity+ queryFP+ queryTP+ rank+
readCoverage+ recall+ relativeRisk+ reliableCache+ repetitions+ score+ securityLabelNumber+ sensitivity+
sequence+subunit seriesDosesPositiveInt+ size+ sphere+ start-inner, outer, quality, variant
subDetailSequence+ subdetailSequence+ subunit+ supportingInfoSequence+ temperature+ to+ total+ truthFN+
truthTP+ upperLimit+ usedUnsignedInt+ value+ContactPoint, Identifier, Reference, assert,
authorisationReferenceNumber, cTerminalModificationId, class, component, contact, dateCriterion,
dependsOn, designation, element, filter, identifier, immediatePackaging, nTerminalModificationId,
organismId, outerPackaging, parameter, parentSubstanceId, patientCharacteristics, predecessor, product,
reference, requestHeader, requisition, target, telecom, uniqueId, version valueDecimal+ valueInteger+
valuePositiveInt+ valueUnsignedInt+ width+ windowEnd+ windowStart+
`;

/** Primitive elements that are JSON booleans. */
export const BOOLEANS = `
abstract+ active+ actual+ affectsState+ allDay+ allergenicIndicator+ allowed+ allowedBoolean+ alternate+
answerBoolean+ appliesToAll+ appointmentRequired+ asNeededBoolean+ authorizationRequired+ autocreate+
autodelete+ caseSensitive+ compositional+ conditionalCreate+ conditionalUpdate+ contributedToDeath+ cors+
deceasedBoolean+ defaultValueBoolean+ deleted+ detailBoolean+ doNotPerform+ encodeRequestUrl+
estimatedAge+ exact+ exampleBoolean+ exclude+ excluded+ experimental+ fixedBoolean+ focal+ hierarchical+
immutable+ inactive+ incomplete+ inforce+ initialSelected+ initiatorActive+ instance+ isActive+ isDefault+
isDefining+ isDerived+ isModifier+ isSubpotent+ isSummary+ lockedDate^ multipleAnd+ multipleBirthBoolean+
multipleOr+ multipleResultsAllowed+ mustSupport-element navigationLinks+ needsMap+ onHold+ orderable+
ordered+ overbooked+ paging+ patternBoolean+ pause+ preferred+ primarySource+ readHistory+ readOnly+
receiverActive+ repeats+ reported+ reportedBoolean+ requestor+ required+participant responsible_ search+
sliceIsConstraining+ subrogation+ subsumption+ system^ translation+ translations+ type-OperationDefinition
updateCreate+ userSelected+ validated+ valueBoolean+ verified+ versionNeeded+ warningOnly+ wasSubstituted+
`;

/**
 * Primitive elements of the resources met in care, apart from those whose name ends in a primitive type. Only asked
 * for an element that has an extension and no value: `_birthDate` or an object?
 */
export const PRIMITIVES = `
action-AuditEvent actionId+ actuality+ additiveProductName+ address-Endpoint, network
administrationInstruction+ alias+ altId+ amount-prism answerTime+ answerValueSet+ assurance+ authored+
authoredOn+ authority-policy availabilityExceptions+ availableEndTime+ availableStartTime+ base+
baseFormulaProductName+ basis_ brand+ businessArrangement+ cardinalityBehavior+ carrierAIDC+ carrierHRF+
category-AllergyIntolerance, DeviceMetric citation+ city+ closingTime+ code_Period, Timing, UsageContext,
action, characteristic, codeFilter, component, condition, dateCriterion, detail, event, evidence,
investigation, item, parameter, provision, qualification, schedule, section, supportingInfo, timing,
useContext color+ comment+ comparator+ conclusion+ confidentiality+ contentType+ copyright+ country+
created+ creation+ criticality+ currency+ data+TriggerDefinition, provision date+ dateAsserted+ dateTime+
dateWritten+ dayOfWeek+ daysOfWeek+ definition+Device dependent+ derivedFrom-Questionnaire
description+Goal detail^ detected+ deviceIdentifier+ deviceName-Media direction+ display+ disposition+
distinctIdentifier+ district+ div+ docStatus+ documentType+ documentation+action durationUnit+
duration^repeat enableBehavior+ end+ endpoint_series entryType+ event_context exclude+ expiry+ expression+
eye+ family+ frequency+ gender+ given+ groupingBehavior+ hash+ header+ height+ id+ identifier-response
implicitRules+ instantiates+ instruction+ intent+ issued+ issuer-udiCarrier jurisdiction_ kind+ label+
language+communication, processNote lastModified+ lastOccurrence+ lastUpdated+ lifecycleStatus+ limit+
line+ linkId+ lotNumber+ manufacturer-Device max+ meaning+ mitigation+DetectedIssue mode+ modelNumber+
mustSupport+ name+Patient, Person, Practitioner, RelatedPerson network-Coverage number+ onset+
openingTime+ operationalStatus+Location operator_ order+ outcomeDesc+ outcome^AdverseEvent, Procedure
overrideReason+ partNumber+ participantStatus+ path+ patientInstruction+ payloadMimeType+
period-SampledData, repeat periodUnit+ policy+Consent postalCode+ preAuthRef+ precheckBehavior+ prefix+
primarySource+ priority+Claim, Encounter, ExplanationOfBenefit, Goal productName+ productRelatedness+
profile+ protocol+ publisher+ purpose^ quantity-Group query+ question+ questionnaire+ rationale+ received+
receivedTime+ recorded+ recordedOn+ reference+Claim/related, Consent/actor, ExplanationOfBenefit/related,
activity, data relationship-relatedAction requestor+ required+ requiredBehavior+ resource+action
responsible_ role-Provenance/entity searchParam+ selectionBehavior+ sent+ sequence+ serialNumber+
series+ImagingStudy severity_DetectedIssue sigFormat+ site-source software+ source_DocumentManifest start+
started+ state+ status+ statusReason-Goal subjectType+ subscriberId+ suffix+ summary^ system+
targetFormat+ textEquivalent+ text_section time+ timeOfDay+ title+ type_AllergyIntolerance,
Appointment/participant, AuditEvent/entity, AuditEvent/source, Claim/reference, Encounter/participant,
ExplanationOfBenefit/reference, Group, Identifier, Range, Signature, accident, action, agent, class,
component, container, costToBeneficiary, diagnosis, doseAndRate, exception, financial, identifier, input,
oralDiet, output, payee, payment, procedure, property, requisition, signature, stage, substitution,
supplement, version uid+ unit_benefitBalance uri+ url+ use+diagnosis value+ valueCode+property valueId+
valueSet+ valueTime+ version+Device versionId+ when+ whenHandedOver+ whenPrepared+ width+
`;

/** All R4 resource types. */
export const RESOURCE_TYPES = `
Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent
Basic Binary BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement CarePlan CareTeam
CatalogEntry ChargeItem ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem
Communication CommunicationRequest CompartmentDefinition Composition ConceptMap Condition Consent Contract
Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue Device DeviceDefinition
DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference
EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest EnrollmentResponse EpisodeOfCare
EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit FamilyMemberHistory Flag
Goal GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy Immunization
ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library
Linkage List Location Measure MeasureReport Media Medication MedicationAdministration MedicationDispense
MedicationKnowledge MedicationRequest MedicationStatement MedicinalProduct MedicinalProductAuthorization
MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient
MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged
MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition MessageHeader
MolecularSequence NamingSystem NutritionOrder Observation ObservationDefinition OperationDefinition
OperationOutcome Organization OrganizationAffiliation Parameters Patient PaymentNotice
PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole Procedure Provenance
Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition
ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule
SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition StructureMap
Subscription Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein
SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification SupplyDelivery SupplyRequest
Task TerminologyCapabilities TestReport TestScript ValueSet VerificationResult VisionPrescription
`;
