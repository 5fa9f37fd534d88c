namespace Workflows.Personnel.Staff;

/// <summary>An approved number of places, valid from a day until the next number for the same kind (R25).</summary>
public sealed class Quota
{
    /// <summary>What is counted.</summary>
    public QuotaKind Kind { get; init; }

    /// <summary>The first day on which the number is valid.</summary>
    public DateOnly From { get; init; }

    /// <summary>How many people are approved.</summary>
    public int Approved { get; set; }
}

/// <summary>What a quota counts.</summary>
public enum QuotaKind
{
    /// <summary>编制: the establishment quota.</summary>
    Establishment,

    /// <summary>高级岗.</summary>
    SeniorPosts,

    /// <summary>中级岗.</summary>
    IntermediatePosts,

    /// <summary>初级岗.</summary>
    JuniorPosts,
}
