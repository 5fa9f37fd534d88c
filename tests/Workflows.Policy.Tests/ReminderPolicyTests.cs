using Workflows.Policy.Data;
using Workflows.Policy.Reminders;

namespace Workflows.Policy.Tests;

public sealed class ReminderPolicyTests
{
    private static readonly string Delivered = Book.Text("reminders/policy.json");

    [Fact]
    public void The_delivered_file_says_when_each_clause_reminds()
    {
        var policy = ReminderPolicy.Parse(Delivered);
        policy["R14"].DaysBefore.ShouldBe([28, 14, 7]);
        policy["R16"].DaysBefore.ShouldBe([90, 30, 7]);
        policy["R21"].DaysBefore.ShouldBe([180, 90, 30]);
        policy["R17"].OnDays[0].In(2026).ShouldBe(new DateOnly(2026, 9, 15));
        policy["R02"].DayOfMonth.ShouldBe(5);
        (policy.QuietFrom, policy.QuietUntil).ShouldBe((new TimeOnly(21, 0), new TimeOnly(7, 30)));
    }

    [Theory]
    [InlineData("[28, 14, 7]", "[7, 14, 28]", "longest first")]
    [InlineData("[28, 14, 7]", "[28, 0]", "above zero")]
    [InlineData("\"R14\": { \"daysBefore\": [28, 14, 7] },", "", "R14")]
    [InlineData("\"R14\"", "\"R12\"", "unknown property")]
    [InlineData("[\"01-15\"]", "[\"02-29\"]", "09-15")]
    [InlineData("[\"01-15\"]", "[]", "in the order of the year")]
    [InlineData("\"21:00\"", "\"9 pm\"", "21:00")]
    [InlineData("\"21:00\"", "\"07:30\"", "07:30")]
    public void A_slip_of_the_pen_stops_the_start_and_says_what_would_be_right(string right, string wrong, string remedy)
    {
        Delivered.ShouldContain(right);
        Should.Throw<PolicyFileException>(() => ReminderPolicy.Parse(Delivered.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldContain(remedy);
    }
}
