namespace Workflows.Worker.Commands;

/// <summary>What the program's exit codes mean; scripts rely on them.</summary>
public static class ExitCodes
{
    /// <summary>Done; findings and bad cells included.</summary>
    public const int Done = 0;

    /// <summary>What the caller asked to fail on has occurred.</summary>
    public const int FailedAsAsked = 1;

    /// <summary>Unusable input or arguments.</summary>
    public const int Unusable = 2;

    /// <summary>An outside part failed: database, mail server.</summary>
    public const int OutsidePartFailed = 3;
}
