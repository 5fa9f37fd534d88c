using Workflows.Personnel.Standards;
using Workflows.Policy;

namespace Workflows.Reminders.Obligations;

/// <summary>R26: 任务到人，逐条逐项. Whoever is charged with an item hears of it before it is due; an item that nobody sees to is HR's.</summary>
internal static class StandardItemObligation
{
    private const int DaysToFindAnOwner = 7;

    public static ObligationRule Rule { get; } = new("R26", new Bilingual("标准项", "items of the standard"), "reminders/standard-item", Owed);

    private static IEnumerable<Obligation> Owed(ReminderFacts facts, DateOnly asOf) =>
        from open in facts.Items
        let task = open.Item.TaskOn(asOf)
        where open.Item.StandsOn(asOf) && (task is null || open.OwnerName is null || !task.HasEvidenceOn(asOf))
        select task is null || open.OwnerName is null ? Unowned(open, task) : Unproven(open, task, facts);

    private static Obligation Unowned(OpenItem open, ItemTask? task) => new(
        task is null ? $"R26/owner/{open.Item.Id}" : $"R26/owner/{open.Item.Id}/{task.OwnerId}", "R26",
        new Bilingual($"{open.Of.Zh}第 {open.Item.Number} 项还没有责任人", $"item {open.Item.Number} of {open.Of.En} has no owner"),
        new Bilingual(
            $"标准要任务到人、逐条逐项：第 {open.Item.Number} 项“{open.Item.Text}”{(task is null ? "尚无责任人和期限" : "的责任人已离岗")}",
            $"each item of the standard has an owner: item {open.Item.Number}, “{open.Item.Text}”, {(task is null ? "has no owner and no due day" : "lost its owner, who has left")}"),
        null, open.Page, [new ReminderStage("owner", open.Item.EnteredOn.AddDays(DaysToFindAnOwner), [Audience.HumanResources])]);

    private static Obligation Unproven(OpenItem open, ItemTask task, ReminderFacts facts) => new(
        $"R26/{task.OwnerId}/{task.Id}", "R26",
        new Bilingual($"{open.Of.Zh}第 {open.Item.Number} 项 {task.DueOn:yyyy-MM-dd} 到期", $"item {open.Item.Number} of {open.Of.En} is due on {task.DueOn:yyyy-MM-dd}"),
        new Bilingual(
            $"标准要任务到人、逐条逐项：第 {open.Item.Number} 项“{open.Item.Text}”由{open.OwnerName}负责，期限 {task.DueOn:yyyy-MM-dd}，还没有佐证",
            $"each item of the standard has an owner, evidence and a due day: {open.OwnerName} sees to item {open.Item.Number}, “{open.Item.Text}”, by {task.DueOn:yyyy-MM-dd}, and no evidence is on record"),
        task.DueOn, open.Page,
        [
            .. Stages.Before(task.DueOn, facts.Office.Reminders["R26"].DaysBefore, Audience.Person(task.OwnerId)),
            Stages.After(task.DueOn, Audience.Person(task.OwnerId), Audience.HumanResources, Audience.Leadership),
        ]);
}

/// <summary>An item of the standing register, or of an inspection that takes place.</summary>
/// <param name="Item">The item with its tasks and papers.</param>
/// <param name="Of">The list it belongs to, in words.</param>
/// <param name="OwnerName">Who is charged with it; null where nobody is, or whoever was has left.</param>
public sealed record OpenItem(StandardItem Item, Bilingual Of, string? OwnerName)
{
    /// <summary>The page on which it is seen to.</summary>
    public string Page => Item.InspectionId is { } id ? $"/standards?inspection={id}" : "/standards";
}
