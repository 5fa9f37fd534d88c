using System.Text;
using MimeKit;

namespace Workflows.Reminders.Rendering;

/// <summary>A file that goes with a letter.</summary>
/// <param name="FileName">Its name; Chinese is fine.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record EnclosedFile(string FileName, string MediaType, byte[] Content)
{
    internal MimePart Part()
    {
        var part = new MimePart(ContentType.Parse(MediaType))
        {
            Content = new MimeContent(new MemoryStream(Content, writable: false)), ContentTransferEncoding = ContentEncoding.Base64,
        };
        Name(part, FileName);
        return part;
    }

    /// <summary>
    /// Names a part twice: as the standard says (RFC 2231, which Outlook and most others read), and by the older <c>name</c> in an encoded word
    /// (RFC 2047), by which QQ Mail, 163 and old Outlooks go.
    /// </summary>
    internal static void Name(MimeEntity part, string fileName)
    {
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment);
        part.ContentDisposition.Parameters.Add(
            new Parameter(Encoding.UTF8, "filename", fileName) { EncodingMethod = ParameterEncodingMethod.Rfc2231 });
        part.ContentType.Parameters.Add(
            new Parameter(Encoding.UTF8, "name", fileName) { EncodingMethod = ParameterEncodingMethod.Rfc2047 });
    }
}
