using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Storage.Tests;

/// <summary>Whoever meddles with the record is found by the lists of its heads, however well they know how the record is made.</summary>
public sealed class RecordCheckTests(PostgresCluster cluster)
{
    private const int Tamperings = 10_000;
    private const int Chains = 3;
    private const int Listed = 5;
    private const int Since = 3;

    private static readonly DateTimeOffset ListedAt = Rows.Monday.AddDays(1);
    private static readonly SealKey Key = SealKey.New();
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, Chains).Select(chain => new Guid(chain, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
    private static readonly Chain[] Whole = [.. Ids.Select(id => new Chain(id, [.. Enumerable.Range(0, Listed + Since).Select(Line.Of)]))];
    private static readonly byte[] File = HeadList.Write(ListedAt, [.. Whole.Select(chain => new ChainHead(chain.Id, Listed, chain.Entries[Listed - 1].Hash))], Key);

    private static readonly HeadList List = HeadList.Read(File, "list", Key, out _)!;

    private static readonly Gen<Chain> Tampered =
        from chain in Gen.Int[0, Chains - 1]
        from at in Gen.Int[0, Listed - 1]
        from other in Gen.Int[0, Listed - 1].Where(other => other != at)
        from isClumsy in Gen.Bool
        from way in Gen.Int[0, 7]
        from text in Gen.String.Where(text => text.Length > 0 && text != Line.Reason)
        select Tamper(Whole[chain], at, other, way, text, isClumsy);

    [Fact]
    public void An_edit_a_deletion_a_reorder_a_forged_entry_and_a_cut_tail_are_all_found() => Tampered.Sample(
        tampered => Check([.. Whole.Where(chain => chain.Id != tampered.Id), tampered]) is [var found] && found.CaseId == tampered.Id, iter: Tamperings);

    [Fact]
    public void A_record_that_went_on_after_the_list_is_whole() => Check([.. Whole.Select(chain => new Chain(chain.Id, chain.Lines))]).ShouldBeEmpty();

    [Fact]
    public void A_chain_that_is_gone_is_named() =>
        Check(Whole[1..]).ShouldHaveSingleItem().ShouldBe(new RecordFinding(RecordFault.Gone, Ids[0], 1, "list"));

    [Fact]
    public void A_list_with_one_bit_changed_is_refused()
    {
        for (var bit = 0; bit < File.Length * 8; bit++)
        {
            var file = (byte[])File.Clone();
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            HeadList.Read(file, "list", Key, out var fault).ShouldBeNull($"bit {bit % 8} of byte {bit / 8}");
            fault.ShouldNotBe(HeadListFault.None);
        }
    }

    [Fact]
    public void A_list_that_another_key_signed_is_refused_and_the_public_half_checks()
    {
        using var auditor = SealKey.Read(Key.PublicPem)!;
        using var stranger = SealKey.New();

        HeadList.Read(File, "list", auditor, out _)!.Heads.Count.ShouldBe(Chains);
        HeadList.Read(File, "list", stranger, out var fault).ShouldBeNull();

        fault.ShouldBe(HeadListFault.OtherKey);
        auditor.MaySign.ShouldBeFalse();
        HeadList.Read(Encoding.ASCII.GetBytes("nothing"), "list", auditor, out var none).ShouldBeNull();
        none.ShouldBe(HeadListFault.NoList);
    }

    [Fact]
    public async Task What_the_owner_of_the_database_does_behind_its_triggers_is_found()
    {
        await using var database = await (await TestDatabase.OnPostgresAsync(cluster)).UpgradedAsync();
        await database.AddAsync([.. Whole.Select(chain => chain.Case), .. Whole.SelectMany(chain => chain.Entries)]);
        var whole = await database.ReadAsync(db => VerifyRecord.RunAsync(db, [List], CancellationToken.None));
        (whole.End().Count, whole.Chains, whole.Entries).ShouldBe((0, Chains, Chains * (Listed + Since)));

        await database.DoAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE audit DISABLE TRIGGER USER");
            await db.Audit.Where(entry => entry.CaseId == Ids[2] && entry.Number >= Listed).ExecuteDeleteAsync();
            var (length, head) = (Listed - 1, Whole[2].Entries[Listed - 2].Hash);
            await db.Cases.Where(one => one.Id == Ids[2]).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.AuditLength, length).SetProperty(one => one.AuditHead, head));
        });

        var cut = await database.ReadAsync(db => VerifyRecord.RunAsync(db, [List], CancellationToken.None));
        cut.End().ShouldHaveSingleItem().ShouldBe(new RecordFinding(RecordFault.CutTail, Ids[2], Listed, "list"));
    }

    private static IReadOnlyList<RecordFinding> Check(IReadOnlyList<Chain> chains)
    {
        var check = new RecordCheck([List]);
        foreach (var chain in chains)
            check.Look(chain.Id, chain.Case.AuditLength, chain.Case.AuditHead, chain.Entries);
        return check.End();
    }

    // A clumsy hand leaves the hashes, and the head that the case keeps, as they were; a knowing one writes them all anew, so that the chain fits in itself.
    private static Chain Tamper(Chain whole, int at, int other, int way, string text, bool isClumsy)
    {
        List<Line> lines = [.. whole.Lines];
        var forged = new Line(-1, lines[at].At, new AuditLine("Forged", null) { Reason = text });
        switch (way)
        {
            case 0:
                lines[at] = lines[at] with { Said = lines[at].Said with { Reason = text } };
                break;
            case 1:
                lines[at] = lines[at] with { Said = lines[at].Said with { ActorId = Ids[0] } };
                break;
            case 2:
                lines[at] = lines[at] with { At = lines[at].At.AddDays(-1) };
                break;
            case 3:
                lines.RemoveAt(at);
                break;
            case 4:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 5:
                lines.Insert(at, forged);
                break;
            case 6:
                lines.RemoveRange(at, lines.Count - at);
                break;
            default:
                // Dated before the list was made, and put at the end: nothing but the list tells.
                return new Chain(whole.Id, [.. lines, forged]);
        }

        var chain = new Chain(whole.Id, lines);
        if (isClumsy)
            chain.KeepHashesOf(whole);
        return chain;
    }

    private sealed record Line(int Place, DateTimeOffset At, AuditLine Said)
    {
        public const string Reason = "同意";

        // Without personal values, whose salt is random: the same lines give the same hashes, as they do for whoever writes them anew.
        public static Line Of(int place) => new(
            place, (place < Listed ? Rows.Monday : ListedAt).AddMicroseconds(place), new AuditLine($"Action{place}", null) { OldValue = $"{place}", Reason = Reason });
    }

    private sealed class Chain
    {
        public Chain(Guid id, IReadOnlyList<Line> lines)
        {
            Lines = lines;
            Case = new Case { Id = id, DefinitionId = "hiring-round", TitleZh = "招聘", TitleEn = "Hiring", OpenedAt = Rows.Monday };
            Entries = [.. lines.Select(line => AuditChain.Append(Case, line.Said, line.At))];
        }

        public Guid Id => Case.Id;

        public IReadOnlyList<Line> Lines { get; }

        public Case Case { get; }

        public IReadOnlyList<AuditEntry> Entries { get; }

        public void KeepHashesOf(Chain whole)
        {
            foreach (var (entry, line) in Entries.Zip(Lines).Where(pair => pair.Second.Place >= 0))
                entry.Hash = whole.Entries[line.Place].Hash;
            (Case.AuditLength, Case.AuditHead) = (whole.Case.AuditLength, whole.Case.AuditHead);
        }
    }
}
