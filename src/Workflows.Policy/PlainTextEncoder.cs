using System.Globalization;
using System.Text.Encodings.Web;

namespace Workflows.Policy;

/// <summary>
/// Escapes in JSON only what JSON itself asks for. The framework's relaxed encoder still escapes characters beyond the basic plane, among
/// them Chinese ones that stand in people's names.
/// </summary>
internal sealed class PlainTextEncoder : JavaScriptEncoder
{
    private const int LongestEscape = 6;
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    public override int MaxOutputCharactersPerInputCharacter => LongestEscape;

    public override bool WillEncode(int unicodeScalar)
        => unicodeScalar is < ' ' or '"' or '\\' or 0x7F or LineSeparator or ParagraphSeparator or (>= 0xD800 and <= 0xDFFF);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var place = 0; place < textLength; place++)
        {
            var isPair = place + 1 < textLength && char.IsSurrogatePair(text[place], text[place + 1]);
            if (isPair) place++;
            else if (WillEncode(text[place])) return place;
        }
        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            _ when WillEncode(unicodeScalar) => @"\u" + unicodeScalar.ToString("X4", CultureInfo.InvariantCulture),
            _ => char.ConvertFromUtf32(unicodeScalar),
        };
        var fits = escape.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = fits ? escape.Length : 0;
        return fits;
    }
}
