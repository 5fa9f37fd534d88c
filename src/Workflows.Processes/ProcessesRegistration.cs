using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Engine;
using Workflows.Processes.Appointments;
using Workflows.Processes.Appointments.Steps;
using Workflows.Processes.Calendars;
using Workflows.Processes.Cases;
using Workflows.Processes.Cases.Steps;
using Workflows.Processes.Days;
using Workflows.Processes.Definitions;
using Workflows.Processes.Exits;
using Workflows.Processes.Exits.Steps;
using Workflows.Processes.Futures;
using Workflows.Processes.Hiring;
using Workflows.Processes.Hiring.Steps;
using Workflows.Processes.Lists;
using Workflows.Processes.Lists.Steps;
using Workflows.Processes.Notices;
using Workflows.Processes.Notices.Steps;
using Workflows.Processes.Operations;
using Workflows.Processes.Planning;
using Workflows.Processes.Reports;
using Workflows.Processes.Rotation;
using Workflows.Processes.Rotation.Steps;
using Workflows.Processes.Secondment;
using Workflows.Processes.Secondment.Steps;
using Workflows.Processes.Staff;
using Workflows.Processes.Staff.Corrections;
using Workflows.Processes.Staff.Export;
using Workflows.Processes.Staff.Spellings;
using Workflows.Processes.Standards;
using Workflows.Processes.Waivers.Steps;
using Workflows.Processes.WorkItems;
using Workflows.Processes.WorkItems.Steps;
using Workflows.Processes.Years;

namespace Workflows.Processes;

/// <summary>Adds the use cases and the steps to a program.</summary>
public static class ProcessesRegistration
{
    /// <summary>Adds every use case and the desk they share, one for each unit of work, with the office as it is when that begins. The caller adds the <see cref="OfficeBook"/>.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddAttachmentLimits()
        .AddScoped(provider => provider.GetRequiredService<OfficeBook>().Office)
        .AddScoped<Desk>()
        .AddScoped<SaveCalendar>()
        .AddScoped<DropCalendar>()
        .AddScoped<PreviewCalendar>()
        .AddScoped<ReadCalendars>()
        .AddScoped<DefinitionGuard>()
        .AddScoped<PublishedDefinitions>()
        .AddScoped<PublishDefinition>()
        .AddScoped<DecideWorkItem>()
        .AddScoped<DecideSeveral>()
        .AddScoped<ClaimWorkItem>()
        .AddScoped<ReleaseWorkItem>()
        .AddScoped<TransferWorkItem>()
        .AddScoped<AssignWorkItem>()
        .AddScoped<ConsultColleague>()
        .AddScoped<GiveAdvice>()
        .AddScoped<TakeBackQuestion>()
        .AddScoped<AddSigner>()
        .AddScoped<RemoveSigner>()
        .AddScoped<TakeBackDecision>()
        .AddScoped<UrgeWorkItem>()
        .AddScoped<SendCopies>()
        .AddScoped<MarkCaseRead>()
        .AddScoped<TerminateCase>()
        .AddScoped<NameDeputy>()
        .AddScoped<EndDeputyship>()
        .AddScoped<OpenAccount>()
        .AddScoped<ChangeRoles>()
        .AddScoped<CloseAccount>()
        .AddScoped<CloseLeaversAccounts>()
        .AddScoped<ReopenAccount>()
        .AddScoped<ResetPassword>()
        .AddScoped<ViewAccountAddress>()
        .AddScoped<SweepTimers>()
        .AddScoped<ExportHeads>()
        .AddScoped<RecordBackup>()
        .AddScoped<EraseExpired>()
        .AddScoped<ExportPerson>()
        .AddScoped<ExportApplicant>()
        .AddScoped<PreviewMigration>()
        .AddScoped<MigrateCases>()
        .AddScoped<IMigrationWitness, MigrationWitness>()
        .AddScoped<AttachFile>()
        .AddScoped<RemoveAttachment>()
        .AddScoped<OpenAttachment>()
        .AddScoped<CommentOnCase>()
        .AddScoped<ImportRoster>()
        .AddScoped<ExportRoster>()
        .AddScoped<CorrectTitle>()
        .AddScoped<CorrectStatus>()
        .AddScoped<CorrectPlacement>()
        .AddScoped<ViewPersonOnRoster>()
        .AddScoped<AnswerSpellings>()
        .AddScoped<WithdrawSpelling>()
        .AddScoped<ReadCollege>()
        .AddScoped<ReportCollege>()
        .AddScoped<ForeseeStructure>()
        .AddScoped<TakeEvidence>()
        .AddScoped<CompareFutures>()
        .AddScoped<ApproveFuture>()
        .AddScoped<EnterItems>()
        .AddScoped<ChargeItem>()
        .AddScoped<RemoveItem>()
        .AddScoped<OpenInspection>()
        .AddScoped<CallOffInspection>()
        .AddScoped<AddPaper>()
        .AddScoped<WithdrawPaper>()
        .AddScoped<RecordYear>()
        .AddScoped<RecordTerm>()
        .AddScoped<ConfirmSubjects>()
        .AddScoped<DraftSecondments>()
        .AddScoped<ProposeSecondments>()
        .AddScoped<StartPlanSearch>()
        .AddScoped<StopPlanSearch>()
        .AddLogging().AddSingleton<PlanSearching>()
        .AddScoped<DraftRotation>()
        .AddScoped<ProposeRotation>()
        .AddScoped<PlanRound>()
        .AddScoped<RevisePlan>()
        .AddScoped<SubmitRound>()
        .AddScoped<PublishAnnouncement>()
        .AddScoped<WithdrawRound>()
        .AddScoped<ImportApplicants>()
        .AddScoped<CorrectApplication>()
        .AddScoped<ConfirmQualification>()
        .AddScoped<CloseQualificationReview>()
        .AddScoped<RequestReReview>()
        .AddScoped<DeclareKinship>()
        .AddScoped<RecordScores>()
        .AddScoped<CloseScoring>()
        .AddScoped<RecordBackgroundReview>()
        .AddScoped<RecordMedicalCheck>()
        .AddScoped<ViewPersonalData>()
        .AddScoped<WithdrawApplication>()
        .AddScoped<NumberNotice>()
        .AddScoped<DeclareRelative>()
        .AddScoped<RecordStatement>()
        .AddScoped<WithdrawPersonCase>()
        .AddScoped<ProposeAppointment>()
        .AddScoped<ReviseAppointment>()
        .AddScoped<OpenExit>()
        .AddScoped<ReviseExit>()
        .AddScoped<RecordHandover>()
        .AddScoped<LogDay>()
        .AddScoped<LogDays>()
        .AddScoped<ImportDays>()
        .AddScoped<AddEvidence>()
        .AddScoped<VerifyDays>()
        .AddScoped<RefuseDay>()
        .AddScoped<WithdrawDay>()
        .AddScoped<OpenCalendar>()
        .AddScoped<CloseCalendar>()
        .AddScoped<OpenRotationRound>()
        .AddScoped<EditRotationLine>()
        .AddScoped<EditRotationVacancy>()
        .AddScoped<ChangeRotationDay>()
        .AddScoped<HandInRotation>()
        .AddScoped<OpenSecondmentPlan>()
        .AddScoped<EditPlanLine>()
        .AddScoped<StrikePlanLine>()
        .AddScoped<HandInPlan>()
        .AddScoped<AnswerPlanLine>()
        .AddScoped<HandleLineObjection>()
        .AddScoped<CloseLineObjections>()
        .AddScoped<OpenCycles>()
        .AddScoped<RecordReport>()
        .AddScoped<RecordPlacement>()
        .AddScoped<RetractPlacement>()
        .AddScoped<InterruptPlacement>()
        .AddScoped<RecordWish>()
        .AddScoped<EditSchool>()
        .AddScoped<FileObjection>()
        .AddScoped<HandleObjection>();

    /// <summary>Adds the searching for plans to a program that shall do it: it takes a processor for minutes.</summary>
    public static IServiceCollection AddPlanSearching(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<PlanSearching>());

    // A host that has its own limits has added them already.
    private static IServiceCollection AddAttachmentLimits(this IServiceCollection services)
    {
        services.TryAddSingleton(new AttachmentLimits());
        return services;
    }

    /// <summary>Adds the steps that process definitions are made of.</summary>
    public static IServiceCollection AddOfficeSteps(this IServiceCollection services) => services
        .AddStep<RequestDecision>()
        .AddStep<WaitUntil>()
        .AddStep<Notify>()
        .AddStep<AnnounceRound>()
        .AddStep<CheckReading>()
        .AddStep<ApplyReading>()
        .AddStep<OpenApplications>()
        .AddStep<CheckEligibility>()
        .AddStep<CheckWaiver>()
        .AddStep<CheckOutOfDistrict>()
        .AddStep<RecordQualification>()
        .AddStep<RefuseApplicant>()
        .AddStep<AwaitReReview>()
        .AddStep<AwaitRound>()
        .AddStep<RankApplicants>()
        .AddStep<CallUpNext>()
        .AddStep<ConcludeChecks>()
        .AddStep<PublishNotice>()
        .AddStep<AwaitNotice>()
        .AddStep<RecordTransfersIn>()
        .AddStep<CloseRound>()
        .AddStep<OpenWaiver>()
        .AddStep<RecordWaiver>()
        .AddStep<AwaitStatement>()
        .AddStep<AwaitDay>()
        .AddStep<CheckAppointment>()
        .AddStep<CheckDirection>()
        .AddStep<RecordAppointment>()
        .AddStep<CheckExit>()
        .AddStep<RecordExit>()
        .AddStep<CompleteExit>()
        .AddStep<HearTeachers>()
        .AddStep<RecordRotationDocument>()
        .AddStep<RecordTransfers>()
        .AddStep<OpenVacancies>()
        .AddStep<CheckObjections>()
        .AddStep<CheckList>()
        .AddStep<NotifyTeachers>()
        .AddStep<OpenPlacements>()
        .AddStep<AwaitPlacement>()
        .AddStep<AwaitPlacementDay>()
        .AddStep<StartPlacement>()
        .AddStep<RecordPlacementCheck>()
        .AddStep<ClosePlacement>();
}
