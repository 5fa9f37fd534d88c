using System.Collections.Immutable;

namespace Workflows.Personnel.Tables;

/// <summary>What reading a file gives: a value, or the faults that make the file unusable, all of them.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">The value; null exactly when there are faults.</param>
/// <param name="Faults">The faults; empty when there is a value.</param>
public sealed record TableOutcome<T>(T? Value, ImmutableArray<TableFault> Faults)
    where T : class
{
    /// <summary>A value without faults.</summary>
    public static implicit operator TableOutcome<T>(T value) => new(value, []);

    /// <summary>One fault.</summary>
    public static implicit operator TableOutcome<T>(TableFault fault) => new(null, [fault]);

    /// <summary>Goes on with the value, or passes the faults on.</summary>
    public TableOutcome<TNext> Then<TNext>(Func<T, TableOutcome<TNext>> next)
        where TNext : class
        => Value is null ? new TableOutcome<TNext>(null, Faults) : next(Value);
}
