using System.Text.Json.Serialization;
using Workflows.Process.Definitions;

namespace Workflows.Process.Journal;

/// <summary>Something that happened in a review. Never changed once written; fields may be added with a default.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReviewOpened), "reviewOpened")]
[JsonDerivedType(typeof(StageEntered), "stageEntered")]
[JsonDerivedType(typeof(ReviewClosed), "reviewClosed")]
[JsonDerivedType(typeof(ReviewWithdrawn), "reviewWithdrawn")]
[JsonDerivedType(typeof(FactCorrected), "factCorrected")]
[JsonDerivedType(typeof(ItemOpened), "itemOpened")]
[JsonDerivedType(typeof(ItemSkipped), "itemSkipped")]
[JsonDerivedType(typeof(ItemSettled), "itemSettled")]
[JsonDerivedType(typeof(ItemLapsed), "itemLapsed")]
[JsonDerivedType(typeof(ItemReopened), "itemReopened")]
[JsonDerivedType(typeof(ItemReset), "itemReset")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(RegisterEntryAdded), "registerEntryAdded")]
[JsonDerivedType(typeof(DocumentStored), "documentStored")]
[JsonDerivedType(typeof(ApprovalGiven), "approvalGiven")]
[JsonDerivedType(typeof(ApprovalRejected), "approvalRejected")]
[JsonDerivedType(typeof(DecisionMade), "decisionMade")]
[JsonDerivedType(typeof(DocumentPublished), "documentPublished")]
[JsonDerivedType(typeof(PublicationWithdrawn), "publicationWithdrawn")]
[JsonDerivedType(typeof(DeadlineArmed), "deadlineArmed")]
[JsonDerivedType(typeof(DeadlineMoved), "deadlineMoved")]
[JsonDerivedType(typeof(DeadlineMet), "deadlineMet")]
[JsonDerivedType(typeof(DeadlineCancelled), "deadlineCancelled")]
[JsonDerivedType(typeof(DelayExplained), "delayExplained")]
[JsonDerivedType(typeof(RungFired), "rungFired")]
[JsonDerivedType(typeof(EscalationHeld), "escalationHeld")]
[JsonDerivedType(typeof(EscalationReleased), "escalationReleased")]
[JsonDerivedType(typeof(LetterIntended), "letterIntended")]
[JsonDerivedType(typeof(LetterAttempted), "letterAttempted")]
[JsonDerivedType(typeof(LetterConfirmed), "letterConfirmed")]
[JsonDerivedType(typeof(LetterFailed), "letterFailed")]
[JsonDerivedType(typeof(LetterAmbiguous), "letterAmbiguous")]
[JsonDerivedType(typeof(LetterCancelled), "letterCancelled")]
[JsonDerivedType(typeof(LetterResendAsked), "letterResendAsked")]
[JsonDerivedType(typeof(LetterReturned), "letterReturned")]
[JsonDerivedType(typeof(StartIntended), "startIntended")]
[JsonDerivedType(typeof(StartAnswered), "startAnswered")]
[JsonDerivedType(typeof(StartFailed), "startFailed")]
[JsonDerivedType(typeof(StartDropped), "startDropped")]
[JsonDerivedType(typeof(ReviewLinked), "reviewLinked")]
[JsonDerivedType(typeof(ReviewUnlinked), "reviewUnlinked")]
[JsonDerivedType(typeof(LinkTold), "linkTold")]
[JsonDerivedType(typeof(LinkedReviewEnded), "linkedReviewEnded")]
[JsonDerivedType(typeof(MoveProposed), "moveProposed")]
[JsonDerivedType(typeof(MoveRejected), "moveRejected")]
[JsonDerivedType(typeof(DefinitionMoved), "definitionMoved")]
[JsonDerivedType(typeof(RecommendationMade), "recommendationMade")]
[JsonDerivedType(typeof(RecommendationRevised), "recommendationRevised")]
[JsonDerivedType(typeof(RecommendationAccepted), "recommendationAccepted")]
[JsonDerivedType(typeof(RecommendationRejected), "recommendationRejected")]
[JsonDerivedType(typeof(RecommendationWithdrawn), "recommendationWithdrawn")]
[JsonDerivedType(typeof(ThemesTagged), "themesTagged")]
[JsonDerivedType(typeof(ActionSet), "actionSet")]
[JsonDerivedType(typeof(ActionReported), "actionReported")]
[JsonDerivedType(typeof(EvaluationDone), "evaluationDone")]
[JsonDerivedType(typeof(QualityMarkerAnswered), "qualityMarkerAnswered")]
[JsonDerivedType(typeof(QualityMarkerSetAside), "qualityMarkerSetAside")]
[JsonDerivedType(typeof(ItemUnrecorded), "itemUnrecorded")]
[JsonDerivedType(typeof(PastDocumentNoted), "pastDocumentNoted")]
[JsonDerivedType(typeof(ReviewerAppointed), "reviewerAppointed")]
[JsonDerivedType(typeof(ReviewerConflictDeclared), "reviewerConflictDeclared")]
[JsonDerivedType(typeof(ReviewerRemoved), "reviewerRemoved")]
[JsonDerivedType(typeof(CommentReceived), "commentReceived")]
[JsonDerivedType(typeof(CommentAnswered), "commentAnswered")]
[JsonDerivedType(typeof(RepositoryOffered), "repositoryOffered")]
[JsonDerivedType(typeof(RepositoryAnswered), "repositoryAnswered")]
[JsonDerivedType(typeof(LegalHoldPlaced), "legalHoldPlaced")]
[JsonDerivedType(typeof(LegalHoldLifted), "legalHoldLifted")]
[JsonDerivedType(typeof(DestructionApproved), "destructionApproved")]
[JsonDerivedType(typeof(DestructionOrdered), "destructionOrdered")]
[JsonDerivedType(typeof(DestructionBegun), "destructionBegun")]
[JsonDerivedType(typeof(RecordDestroyed), "recordDestroyed")]
[JsonDerivedType(typeof(RecordDisclosed), "recordDisclosed")]
[JsonDerivedType(typeof(CaseListGiven), "caseListGiven")]
[JsonDerivedType(typeof(ScreeningIntended), "screeningIntended")]
[JsonDerivedType(typeof(ScreeningBegun), "screeningBegun")]
[JsonDerivedType(typeof(DetailsFound), "detailsFound")]
[JsonDerivedType(typeof(DocumentScreened), "documentScreened")]
[JsonDerivedType(typeof(FindingsAnswered), "findingsAnswered")]
[JsonDerivedType(typeof(ScreeningPapersDestroyed), "screeningPapersDestroyed")]
public abstract record ReviewEvent;

/// <summary>The review began.</summary>
/// <param name="Partnership">Identifier of the partnership.</param>
/// <param name="Reference">Case reference.</param>
/// <param name="Process">Identifier of the process.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">Content hash of the definition.</param>
/// <param name="OpenedOn">Day of opening, Europe/London.</param>
/// <param name="Settings">The partnership's choices, fixed for this review.</param>
/// <param name="Facts">Answers that are no free text, in canonical form.</param>
/// <param name="Texts">Answers in free text.</param>
public sealed record ReviewOpened(
    string Partnership, string Reference, string Process, string Version, string Hash, DateOnly OpenedOn,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, Words> Texts) : ReviewEvent;

/// <summary>A stage began.</summary>
/// <param name="Stage">Identifier.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record StageEntered(string Stage, DateOnly On) : ReviewEvent;

/// <summary>The review was carried to its end.</summary>
public sealed record ReviewClosed : ReviewEvent;

/// <summary>The review was withdrawn.</summary>
/// <param name="Reason">Why.</param>
public sealed record ReviewWithdrawn(Words? Reason) : ReviewEvent;

/// <summary>An answer was corrected.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Value">The new answer, in canonical form, where it is no free text.</param>
/// <param name="Words">The new answer in free text.</param>
/// <param name="Reason">Why.</param>
public sealed record FactCorrected(string Fact, string? Value, Words? Words, Words Reason) : ReviewEvent;

/// <summary>Something became public.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="Document">Identifier of the document.</param>
/// <param name="DocumentVersion">Version made public.</param>
/// <param name="Form">In full, or improvements only.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record DocumentPublished(
    string Publication, string Document, int DocumentVersion, PublicationForm Form, DateOnly On) : ReviewEvent;

/// <summary>What was public left the register.</summary>
/// <param name="Publication">Public identifier.</param>
/// <param name="On">Day, Europe/London.</param>
public sealed record PublicationWithdrawn(string Publication, DateOnly On) : ReviewEvent;
