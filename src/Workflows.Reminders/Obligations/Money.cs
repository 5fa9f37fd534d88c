using System.Globalization;

namespace Workflows.Reminders.Obligations;

/// <summary>Sums of money in words; what isn't recorded is said to be unknown.</summary>
internal static class Money
{
    public static string Zh(decimal? yuan) => yuan is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:#,0.##} 元") : "未登记";

    public static string En(decimal? yuan) => yuan is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:#,0.##} yuan") : "not recorded";
}
