using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Standards;

/// <summary>
/// HR enters items of the standard, or of an inspection's checklist, as lines pasted from a table: number, text, owner, due day (R26). All or nothing;
/// every line at fault is named.
/// </summary>
public sealed class EnterItems(Desk desk)
{
    private const int Most = 500;
    private const int MostFaultsSaid = 20;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="InspectionId">The inspection; null for the standing register.</param>
    /// <param name="Lines">A line each: 编号, 内容, 责任人 (name or staff number) and 期限 (2026-12-31), apart by tabs or |; the last two may be left out.</param>
    public sealed record Command(Guid OperationId, Guid? InspectionId, string Lines);

    /// <summary>Enters them.</summary>
    public Task<Answer> RunAsync(Command command, Guid? actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor ?? Guid.Empty, nameof(EnterItems), async () =>
        {
            if (actor is { } account && await desk.RefusalUnlessAsync(account, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var inspection = command.InspectionId is { } id ? await desk.Db.Inspections.FindAsync([id], ct) : null;
            if (command.InspectionId is not null && inspection is not { CalledOffReason: "" })
                return Answer.Refused(Refusal.NotFound, "没有这次督导，或已取消。", "There is no such inspection, or it was called off.");

            var lines = command.Lines.Split('\n', StringSplitOptions.TrimEntries);
            var taken = (await desk.Db.StandardItems.Where(item => item.InspectionId == command.InspectionId && item.RemovedOn == null)
                .Select(item => item.Number).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var staff = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).ToListAsync(ct);
            List<Bilingual> faults = [];
            List<StandardItem> items = [];
            foreach (var (row, line) in lines.Index().Where(one => one.Item.Length > 0))
            {
                if (Read(line, inspection, staff, taken, out var item) is { } fault)
                    faults.Add(new($"第 {row + 1} 行：{fault.Zh}", $"Line {row + 1}: {fault.En}"));
                else
                    items.Add(item!);
            }

            if (faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, [.. faults.Take(MostFaultsSaid)]);
            if (items.Count is 0 or > Most)
                return Answer.Refused(Refusal.Invalid, $"请粘贴 1 至 {Most} 行。", $"Paste 1 to {Most} lines.");
            desk.Db.StandardItems.AddRange(items);
            await desk.RecordInOfficeAsync(new AuditLine("ItemsEntered", actor)
            {
                Subject = inspection?.Name ?? "R26", NewValue = string.Join('\n', items.Select(item => $"{item.Number} {item.Text}")),
            }, ct);
            return Answer.Done($"已登记 {items.Count} 项。", $"{items.Count} items are entered.");
        }, ct);

    // Null when the line is an item.
    private Bilingual? Read(string line, Inspection? inspection, List<Person> staff, HashSet<string> taken, out StandardItem? item)
    {
        item = null;
        var cells = line.Split(['\t', '|', '｜'], StringSplitOptions.TrimEntries);
        if (cells.Length is < 2 or > 4 || cells[0].Length == 0 || cells[1].Length == 0)
            return new("请写成：编号、内容、责任人、期限，用制表符或 | 分开", "write number, text, owner and due day, apart by tabs or |");
        if (!taken.Add(cells[0]))
            return new($"编号 {cells[0]} 已经有了", $"number {cells[0]} exists already");
        var (named, due) = (cells.ElementAtOrDefault(2) ?? "", cells.ElementAtOrDefault(3) ?? "");
        item = new StandardItem
        {
            Id = Guid.CreateVersion7(desk.Now), InspectionId = inspection?.Id, Number = cells[0], Text = cells[1], EnteredOn = desk.Today, ChangedAt = desk.Now,
        };
        if (named.Length == 0)
            return due.Length == 0 ? null : new("有期限就要有责任人", "a due day needs an owner");
        var owners = staff.FindAll(person => (person.Name == named || person.StaffNumber == named) && person.TenureOn(desk.Today) is not null);
        if (owners.Count != 1)
            return owners.Count == 0 ? new($"花名册里没有在校的“{named}”", $"“{named}” isn't on the roster") : new($"有 {owners.Count} 个“{named}”，请写教职工号", $"there are {owners.Count} named “{named}”: write the staff number");
        var day = inspection?.On;
        if (due.Length > 0)
        {
            if (!DateOnly.TryParseExact(due, ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
                return new($"“{due}”不是日期，请写成 2026-12-31", $"“{due}” is no date: write 2026-12-31");
            day = given;
        }

        if (day is not { } dueOn)
            return new("有责任人就要有期限", "an owner needs a due day");
        item.Tasks.Add(desk.Task(item, owners[0].Id, dueOn));
        return null;
    }
}
