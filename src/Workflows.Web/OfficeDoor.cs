using Workflows.Policy;

namespace Workflows.Web;

/// <summary>Whether the office is open yet. While it isn't, pages and API answer 503, and <c>/health</c> says why.</summary>
/// <param name="why">Why it is closed at first; null where nothing has to be waited for.</param>
public sealed class OfficeDoor(Bilingual? why)
{
    private volatile Bilingual? why = why;

    /// <summary>Why it is closed, in a sentence that anybody may read; null when it is open.</summary>
    public Bilingual? WhyClosed => why;

    /// <summary>Opens the office.</summary>
    public void Open() => why = null;

    /// <summary>Closes it again.</summary>
    public void Close(Bilingual reason) => why = reason;
}
