namespace Workflows.Worker.Hosting;

/// <summary>What a node does for the office (<c>Office:Roles</c>).</summary>
[Flags]
public enum NodeRoles
{
    /// <summary>It serves the pages and the API.</summary>
    Web = 1,

    /// <summary>It does what nobody waits for: letters, timers, lists of chain heads, searches for plans.</summary>
    Work = 2,
}
