using System.Globalization;
using System.Text;
using QRCoder;

namespace Workflows.Web.Access;

/// <summary>A QR code as one SVG path, drawn here: the secret in it goes to no other server.</summary>
/// <param name="Size">Its side in squares, the white edge included.</param>
/// <param name="Path">The black squares.</param>
public sealed record QrPicture(int Size, string Path)
{
    /// <summary>Draws a text.</summary>
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return new QrPicture(rows.Count, path.ToString());
    }
}
