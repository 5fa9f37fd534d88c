using Workflows.Policy.Identity;

namespace Workflows.Policy.Tests;

/// <summary>Invented ID numbers with the right check digit.</summary>
internal static class IdNumbers
{
    public static string Of(string birth, int sequence = 101)
    {
        var digits = $"350427{birth}{sequence:000}";
        return digits + IdNumber.CheckCharacter(digits);
    }
}
