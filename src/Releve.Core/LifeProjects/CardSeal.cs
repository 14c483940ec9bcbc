using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Releve.Core.LifeProjects;

/// <summary>
/// The address of a life project for one who looks: its id, enciphered as one AES block under a key of the installation and of
/// the viewer. The site reads it back; two viewers cannot tell that theirs name the same project, nor anybody when it was made.
/// </summary>
public sealed class CardSeal(byte[] key)
{
    private const int KeyBytes = 32;

    /// <summary>The address of a project for an organisation, or for a person with a project.</summary>
    public Guid Seal(Guid project, Guid viewer)
    {
        using var aes = Cipher(viewer);
        return new Guid(aes.EncryptEcb(project.ToByteArray(), PaddingMode.None));
    }

    /// <summary>The project that an address names for that viewer; an id of nothing where it was made for another.</summary>
    public Guid Open(Guid address, Guid viewer)
    {
        using var aes = Cipher(viewer);
        return new Guid(aes.DecryptEcb(address.ToByteArray(), PaddingMode.None));
    }

    // A single block of ids that differ: no two blocks are ever alike, so that the plain mode gives nothing away.
    private Aes Cipher(Guid viewer)
    {
        var aes = Aes.Create();
        aes.Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, salt: null, info: viewer.ToByteArray());
        return aes;
    }
}

/// <summary>A borrowed name: a bird, and a number that tells two of a kind apart.</summary>
/// <param name="Kind">Which bird, counted from 0.</param>
/// <param name="Number">2 to 99.</param>
public readonly record struct Bird(int Kind, int Number)
{
    /// <summary>How many birds there are.</summary>
    public const int Kinds = 48;

    /// <summary>The bird of an address.</summary>
    public static Bird Of(Guid address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes);
        return new Bird((int)(BinaryPrimitives.ReadUInt32LittleEndian(bytes) % Kinds), 2 + (int)(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) % 98));
    }
}
