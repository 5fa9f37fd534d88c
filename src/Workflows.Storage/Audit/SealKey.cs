using System.Security.Cryptography;

namespace Workflows.Storage.Audit;

/// <summary>
/// The key that signs the lists of chain heads: ECDSA on the curve P-256. Whoever has the public half can check a list and can't make one, which a
/// shared secret (HMAC) wouldn't give.
/// </summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa key;

    private SealKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>What tells this key from others: the SHA-256 of its public half (SubjectPublicKeyInfo), hexadecimal.</summary>
    public string Id { get; }

    /// <summary>The public half as PEM, for whoever checks.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The whole key as PEM (PKCS#8), for the file that only the program may read.</summary>
    public string PrivatePem => key.ExportPkcs8PrivateKeyPem();

    /// <summary>A new key.</summary>
    public static SealKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The key in a PEM text, private or public; null when there is none in it.</summary>
    public static SealKey? Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new SealKey(key);
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    /// <summary>Whether it can sign: it is the private half.</summary>
    public bool MaySign
    {
        get
        {
            try
            {
                key.ExportPkcs8PrivateKey().AsSpan().Clear();
                return true;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }

    /// <summary>The signature, in the form that <c>openssl dgst -sha256 -verify</c> reads.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content) => key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Whether this key made the signature.</summary>
    public bool HasSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc />
    public void Dispose() => key.Dispose();
}
