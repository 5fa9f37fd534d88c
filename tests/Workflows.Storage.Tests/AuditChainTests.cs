using CsCheck;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Storage.Tests;

/// <summary>A case's record tells when somebody meddled with it.</summary>
public sealed class AuditChainTests(PostgresCluster cluster)
{
    private static readonly Gen<List<AuditLine>> Lines =
        (from action in Gen.String from old in Gen.String from reason in Gen.String from personal in Gen.String
         select new AuditLine(action, null) { OldValue = old, Reason = reason, Personal = personal }).List[1, 8];

    [Fact]
    public void An_untouched_record_is_whole() => Lines.Sample(lines =>
    {
        var (@case, entries) = Recorded(lines);
        return AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead) is null;
    });

    [Fact]
    public void A_missing_entry_shows() => Lines.SelectMany(lines => Gen.Int[0, lines.Count - 1].Select(at => (lines, at))).Sample(drawn =>
    {
        var (@case, entries) = Recorded(drawn.lines);
        entries.RemoveAt(drawn.at);
        return AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead) == drawn.at + 1;
    });

    [Fact]
    public void Personal_values_can_be_erased_and_the_record_stays_whole() => Lines.Sample(lines =>
    {
        var (@case, entries) = Recorded(lines);
        return AuditChain.FirstBroken([.. entries.Select(Erased)], @case.AuditLength, @case.AuditHead) is null;
    });

    [Fact]
    public void An_edit_shows_at_its_place()
    {
        var (@case, entries) = Recorded(Three);
        entries[1] = Copy(entries[1], reason: "换了说法");
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBe(2);
    }

    [Fact]
    public void A_reorder_shows()
    {
        var (@case, entries) = Recorded(Three);
        (entries[1], entries[2]) = (entries[2], entries[1]);
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBe(2);
    }

    [Fact]
    public void A_cut_tail_shows_by_the_length_and_by_the_head()
    {
        var (@case, entries) = Recorded(Three);
        var head = entries[1].Hash;
        entries.RemoveAt(2);
        AuditChain.FirstBroken(entries, 3, @case.AuditHead).ShouldBe(3);
        AuditChain.FirstBroken(entries, 2, @case.AuditHead).ShouldBe(3);
        AuditChain.FirstBroken(entries, 2, head).ShouldBeNull();
    }

    [Fact]
    public void Neighbouring_fields_do_not_trade_characters()
    {
        var (one, _) = Recorded([new AuditLine("Changed", null) { OldValue = "ab", NewValue = "c" }]);
        var (other, _) = Recorded([new AuditLine("Changed", null) { OldValue = "a", NewValue = "bc" }], one.Id);
        other.AuditHead.ShouldNotBe(one.AuditHead);
    }

    [Fact]
    public void Changed_personal_values_show()
    {
        var (@case, entries) = Recorded([new AuditLine("Taken", null) { Personal = "{\"phone\":\"1\"}" }]);
        var personal = entries[0].Personal!;
        entries[0] = Copy(entries[0], personal: new AuditPersonal { Salt = personal.Salt, Values = "{\"phone\":\"2\"}" });
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBe(1);
    }

    [Fact]
    public async Task On_PostgreSQL_a_stored_record_is_whole_before_and_after_erasing_personal_values() =>
        await StoredRecordAsync(await TestDatabase.OnPostgresAsync(cluster));

    [Fact]
    public async Task On_SQLite_a_stored_record_is_whole_before_and_after_erasing_personal_values() =>
        await StoredRecordAsync(TestDatabase.OnSqlite());

    private static IReadOnlyList<AuditLine> Three =>
        [new("Opened", null), new("Decided", Guid.CreateVersion7()) { Reason = "同意" }, new("Closed", null) { Personal = "{}" }];

    private static async Task StoredRecordAsync(TestDatabase empty)
    {
        await using var database = await empty.UpgradedAsync();
        var (@case, entries) = Recorded(Three);
        await database.AddAsync([@case, .. entries]);

        (await FirstBrokenAsync()).ShouldBeNull();
        (await database.ReadAsync(db => db.AuditPersonal.ExecuteDeleteAsync())).ShouldBe(1);
        (await FirstBrokenAsync()).ShouldBeNull();

        Task<int?> FirstBrokenAsync() => database.ReadAsync(async db =>
        {
            var stored = await db.Audit.Include(entry => entry.Personal).OrderBy(entry => entry.Number).ToListAsync();
            var owner = await db.Cases.SingleAsync();
            return AuditChain.FirstBroken(stored, owner.AuditLength, owner.AuditHead);
        });
    }

    private static (Case Case, List<AuditEntry> Entries) Recorded(IReadOnlyList<AuditLine> lines, Guid? id = null)
    {
        var @case = new Case { Id = id ?? Guid.CreateVersion7(), DefinitionId = "hiring-round", TitleZh = "招聘", TitleEn = "Hiring", OpenedAt = Rows.Monday };
        return (@case, [.. lines.Select((line, place) => AuditChain.Append(@case, line, Rows.Monday.AddMicroseconds(place)))]);
    }

    private static AuditEntry Erased(AuditEntry entry) => Copy(entry, erased: true);

    private static AuditEntry Copy(AuditEntry entry, string? reason = null, AuditPersonal? personal = null, bool erased = false) => new()
    {
        CaseId = entry.CaseId, Number = entry.Number, At = entry.At, ActorId = entry.ActorId, Action = entry.Action, Subject = entry.Subject,
        OldValue = entry.OldValue, NewValue = entry.NewValue, Reason = reason ?? entry.Reason, PersonalHash = entry.PersonalHash,
        Hash = entry.Hash, Personal = erased ? null : personal ?? entry.Personal,
    };
}
