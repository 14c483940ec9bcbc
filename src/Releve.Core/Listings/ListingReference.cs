namespace Releve.Core.Listings;

/// <summary>The short public name of a listing: ten signs of Crockford's base 32, from the random end of its id.</summary>
public static class ListingReference
{
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The reference that belongs to an id: fifty random bits, so that a million listings rarely meet.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & ((1UL << 50) - 1);
        return string.Create(
            10,
            bits,
            static (signs, value) =>
            {
                for (var i = signs.Length - 1; i >= 0; i--, value >>= 5)
                {
                    signs[i] = Signs[(int)(value & 31)];
                }
            }
        );
    }
}
