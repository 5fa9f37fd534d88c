using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>Nodes claim due letters by a lease; no letter is in two hands.</summary>
public abstract class ClaimLettersTests
{
    private static readonly int[] ThreeAndThree = [3, 3];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Only_what_is_due_is_claimed_the_oldest_first()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Letter("later", Rows.Monday.AddMicroseconds(1)), Rows.Letter("now", Rows.Monday), Rows.Letter("before", Rows.Monday.AddDays(-1)));
        (await ClaimAsync(database, "a", most: 1)).Select(letter => letter.Key).ShouldBe(["before"]);
        (await ClaimAsync(database, "a")).Select(letter => letter.Key).ShouldBe(["now"]);
        (await ClaimAsync(database, "a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_node_holds_is_left_alone()
    {
        await using var database = await OpenAsync();
        await AddSixAsync(database);
        var one = await ClaimAsync(database, "a", most: 3);
        var other = await ClaimAsync(database, "b");
        new[] { one.Count, other.Count }.ShouldBe(ThreeAndThree);
        one.Select(letter => letter.Id).Intersect(other.Select(letter => letter.Id)).ShouldBeEmpty();
        other.ShouldAllBe(letter => letter.LeasedBy == "b" && letter.LeasedUntil != null && letter.Fence == 1);
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_claimed_again_with_a_higher_fence()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Letter("one", Rows.Monday));
        (await ClaimAsync(database, "a", leaseSeconds: -1)).Single().Fence.ShouldBe(1);
        var again = (await ClaimAsync(database, "b")).Single();
        (again.LeasedBy, again.Fence).ShouldBe(("b", 2));
        (await ClaimAsync(database, "a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_is_lengthened_by_whoever_holds_it_and_by_nobody_else()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Letter("one", Rows.Monday), Rows.Letter("other", Rows.Monday));
        await ClaimAsync(database, "a", most: 1);
        var lapsed = (await ClaimAsync(database, "b", leaseSeconds: -1)).Single();
        (await FreeAsync(database)).ShouldBe([lapsed.Id]);
        await database.DoAsync(db => db.Database.ExecuteSqlRawAsync(db.Dialect.KeepLetters, "c", 60.0));
        (await FreeAsync(database)).ShouldBe([lapsed.Id]);
        await database.DoAsync(db => db.Database.ExecuteSqlRawAsync(db.Dialect.KeepLetters, "b", 60.0));
        (await FreeAsync(database)).ShouldBeEmpty();

        var held = await database.ReadAsync(db => db.Letters.SingleAsync(letter => letter.Id == lapsed.Id));
        (held.LeasedBy, held.Fence).ShouldBe(("b", 1), "what it is about to record still counts");
    }

    [Fact]
    public async Task Letters_that_went_out_as_one_mail_before_come_into_one_hand()
    {
        await using var database = await OpenAsync();
        for (var number = 1; number <= 4; number++)
        {
            var letter = Rows.Letter($"{number}", Rows.Monday.AddMinutes(-number));
            (letter.Phase, letter.MessageId) = (LetterPhase.Sending, number <= 3 ? "one@example.cn" : "other@example.cn");
            await database.AddAsync(letter);
        }

        var hands = new[] { await ClaimAsync(database, "a", most: 1), await ClaimAsync(database, "b", most: 1), await ClaimAsync(database, "c", most: 1) };
        hands.Select(letters => letters.Select(letter => letter.MessageId).Distinct().Count()).ShouldBe([1, 1, 0]);
        hands.Select(letters => letters.Count).Order().ShouldBe([0, 1, 3]);
    }

    [Fact]
    public async Task A_node_that_lost_its_lease_records_nothing()
    {
        await using var database = await OpenAsync();
        await database.AddAsync(Rows.Letter("one", Rows.Monday));
        await using var slow = database.Open();
        var held = (await ClaimAsync(slow, "a", -1, 10)).Single();
        await ClaimAsync(database, "b");
        held.Phase = LetterPhase.Accepted;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
    }

    [Fact]
    public async Task What_is_done_is_never_claimed()
    {
        await using var database = await OpenAsync();
        foreach (var phase in new[] { LetterPhase.Accepted, LetterPhase.Failed, LetterPhase.Ambiguous, LetterPhase.Dropped })
        {
            var letter = Rows.Letter($"{phase}", Rows.Monday);
            letter.Phase = phase;
            await database.AddAsync(letter);
        }

        (await ClaimAsync(database, "a")).ShouldBeEmpty();
    }

    protected static Task<List<Guid>> FreeAsync(TestDatabase database) => database.ReadAsync(db =>
        db.Letters.FromSqlRaw(db.Dialect.FreeLetters, db.Dialect.Instant(Rows.Monday)).Select(letter => letter.Id).ToListAsync());

    protected static Task AddSixAsync(TestDatabase database) => database.AddAsync(
        [.. Enumerable.Range(1, 6).Select(number => (object)Rows.Letter($"{number}", Rows.Monday.AddMinutes(-number)))]);

    protected static Task<List<Letter>> ClaimAsync(TestDatabase database, string node, int leaseSeconds = 60, int most = 10) =>
        database.ReadAsync(db => ClaimAsync(db, node, leaseSeconds, most));

    protected static Task<List<Letter>> ClaimAsync(WorkflowsDb db, string node, int leaseSeconds, int most) =>
        db.Letters.FromSqlRaw(db.Dialect.ClaimLetters, node, leaseSeconds, db.Dialect.Instant(Rows.Monday), most).ToListAsync();
}

/// <summary>Claims on SQLite.</summary>
public sealed class ClaimLettersOnSqlite : ClaimLettersTests
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.OnSqlite().UpgradedAsync();
}

/// <summary>Claims on PostgreSQL.</summary>
public sealed class ClaimLettersOnPostgres(PostgresCluster cluster) : ClaimLettersTests
{
    [Fact]
    public async Task Two_nodes_at_the_same_moment_claim_different_letters_without_waiting_for_each_other()
    {
        await using var database = await OpenAsync();
        await AddSixAsync(database);
        await using var one = database.Open();
        await using var other = database.Open();
        await using var open = await one.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);

        var first = await ClaimAsync(one, "a", 60, 2);
        var second = await ClaimAsync(other, "b", 60, 10);
        await open.CommitAsync(TestContext.Current.CancellationToken);

        (first.Count, second.Count).ShouldBe((2, 4));
        first.Select(letter => letter.Id).Intersect(second.Select(letter => letter.Id)).ShouldBeEmpty();
    }

    protected override async Task<TestDatabase> OpenAsync() => await (await TestDatabase.OnPostgresAsync(cluster)).UpgradedAsync();
}
