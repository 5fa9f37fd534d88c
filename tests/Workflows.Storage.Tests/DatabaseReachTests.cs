using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Workflows.Storage.Tests;

public sealed class DatabaseReachTests
{
    [Theory]
    [InlineData("08006", true)]
    [InlineData("57P01", true)]
    [InlineData("23505", false)]
    [InlineData("40001", false)]
    public void A_server_that_goes_is_lost_and_one_that_refuses_is_not(string state, bool isLost) =>
        DatabaseReach.IsLost(new PostgresException("said", "ERROR", "ERROR", state)).ShouldBe(isLost);

    [Fact]
    public void What_lies_beneath_counts() =>
        DatabaseReach.IsLost(new InvalidOperationException("saving", new NpgsqlException("reading", new SocketException()))).ShouldBeTrue();

    [Fact]
    public void A_connection_out_of_step_is_lost_and_one_used_twice_is_our_fault()
    {
        DatabaseReach.IsLost(new NpgsqlException("Received backend message BindComplete while expecting ParseCompleteMessage. Please file a bug.")).ShouldBeTrue();
        DatabaseReach.IsLost(new NpgsqlException("A command is already in progress")).ShouldBeFalse();
    }

    [Fact]
    public void The_driver_s_stumble_over_a_torn_connection_counts_and_ours_does_not()
    {
        var stumble = Should.Throw<NullReferenceException>(() => ((DbConnection)null!).Open());
        DatabaseReach.IsLost(stumble).ShouldBeFalse();
        stumble.Source = "Npgsql";
        DatabaseReach.IsLost(stumble).ShouldBeTrue();
    }
}
