using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Staff;
using Workflows.Testing.Offices;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Storage.Tests;

/// <summary>Rows that stand for themselves; a test changes what it is about.</summary>
internal static class Rows
{
    /// <summary>Monday 2026-08-03, eight in the morning in the office, and 123,456 microseconds.</summary>
    public static DateTimeOffset Monday { get; } = new DateTimeOffset(2026, 8, 3, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    public static Case Case(DateTimeOffset? openedAt = null) => new()
    {
        Id = Guid.CreateVersion7(), DefinitionId = "hiring-round", TitleZh = "招聘", TitleEn = "Hiring", OpenedAt = openedAt ?? Monday,
    };

    public static Round Round() => new() { Id = Guid.CreateVersion7(), Number = $"{Guid.CreateVersion7()}", Plan = Plans.Usual };

    public static Person Person() => new() { Id = Guid.CreateVersion7(), Name = "张伟" };

    public static WorkItem WorkItem(Case @case) => new()
    {
        Id = Guid.CreateVersion7(), CaseId = @case.Id, Case = @case, WaitId = "decide#1", TitleZh = "决定", TitleEn = "Decide",
        Outcomes = [Outcomes.Approved, Outcomes.Rejected], AskedAt = Monday,
    };

    public static Letter Letter(string key, DateTimeOffset dueAt) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, Template = "hiring/work-item", Language = "zh-CN", Name = "林秀英",
        Address = "lin@example.org", Model = "{}", PlannedAt = Monday, DueAt = dueAt,
    };
}
