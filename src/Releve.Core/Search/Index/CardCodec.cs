using System.Text;
using System.Text.Json;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Search.Index;

/// <summary>
/// Cards as bytes: a hundred thousand of them as objects would triple the index's memory and be walked by every full
/// garbage collection. Read when shown; see <see cref="CardCache"/>.
/// </summary>
internal static class CardCodec
{
    public static void Write(BinaryWriter to, ListingRow row)
    {
        to.Write(row.Version);
        to.Write((byte)row.Kind);
        to.Write((byte)row.Texts.Count);
        foreach (var text in row.Texts)
        {
            to.Write((byte)text.Language);
            to.Write(text.Title);
        }
        Write(to, row.OrganisationName);
        Write(to, row.OrganisationSlug);
        to.Write(row.From is { } from ? from.DayNumber + 1 : 0);
        to.Write(row.Until is { } until ? until.DayNumber + 1 : 0);
        to.Write(row.Urgent);
        to.Write((byte)row.Benefits);
        to.Write(row.Pay is not null);
        if (row.Pay is { } pay)
        {
            to.Write(pay.MinCents);
            to.Write(pay.MaxCents);
            to.Write((byte)pay.Unit);
            Write(to, pay.Note);
        }
        to.Write(row.StoredDetails ?? Encoding.UTF8.GetBytes(StoredJson.Write(row.Details)));
    }

    public static ListingCard Read(IndexTables tables, Segment segment, int row)
    {
        var from = new Reader(segment.CardOf(row));
        from.Int();
        var kind = (ListingKind)from.Byte();
        var titles = new (Language, string)[from.Byte()];
        for (var i = 0; i < titles.Length; i++)
        {
            titles[i] = ((Language)from.Byte(), from.Text()!);
        }
        var (name, slug) = (from.OptionalText(), from.OptionalText());
        var (first, last) = (from.Int(), from.Int());
        var (urgent, benefits) = (from.Byte() != 0, (Benefits)from.Byte());
        var pay = from.Byte() == 0 ? null : new PayRange(from.Int(), from.Int(), (PayUnit)from.Byte(), from.OptionalText());
        return new ListingCard(new StoredDetails(segment, segment.CardStarts[row] + from.Position, segment.CardStarts[row + 1]))
        {
            Id = segment.Ids[row],
            Kind = kind,
            Titles = titles,
            OrganisationName = name,
            OrganisationSlug = slug,
            CommuneCode = tables.Places.Codes[segment.Communes[row]],
            Latitude = segment.Latitudes[row],
            Longitude = segment.Longitudes[row],
            Professions = tables.ProfessionsOf(segment.ProfessionSets[row]),
            From = first == 0 ? null : DateOnly.FromDayNumber(first - 1),
            Until = last == 0 ? null : DateOnly.FromDayNumber(last - 1),
            Urgent = urgent,
            Benefits = benefits,
            Pay = pay,
            PublishedAt = new DateTime(segment.Published[row], DateTimeKind.Utc),
            ExpiresAt = new DateTime(segment.Expires[row], DateTimeKind.Utc),
        };
    }

    private static void Write(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
        {
            to.Write(text);
        }
    }

    /// <summary>The bytes of a card's details, read when the card is shown whole.</summary>
    internal sealed class StoredDetails(Segment segment, int start, int end)
    {
        public ListingDetails Read() => StoredJson.ReadDetails(segment.Cards.AsSpan(start, end - start));
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        public int Position { get; private set; }

        public byte Byte() => bytes[Position++];

        public int Int()
        {
            var value = BitConverter.ToInt32(bytes[Position..]);
            Position += 4;
            return value;
        }

        public string? OptionalText() => Byte() == 0 ? null : Text();

        public string? Text()
        {
            int length = 0,
                shift = 0;
            byte part;
            do
            {
                part = Byte();
                length |= (part & 127) << shift;
                shift += 7;
            } while (part >= 128);
            var text = Encoding.UTF8.GetString(bytes.Slice(Position, length));
            Position += length;
            return text;
        }
    }
}

/// <summary>
/// The cards shown last, as objects. Each row has one place in it and takes it from whoever was there: no locks, no
/// bookkeeping, and a reader sees either a whole card or none.
/// </summary>
internal sealed class CardCache
{
    private const int Places = 1 << 13;
    private readonly Held?[] held = new Held?[Places];

    public ListingCard Card(IndexTables tables, Segment segment, int row)
    {
        var place = (row ^ (segment.Count << 3)) & (Places - 1);
        var there = Volatile.Read(ref held[place]);
        if (there is not null && there.Row == row && ReferenceEquals(there.Segment, segment))
        {
            return there.Card;
        }
        var card = CardCodec.Read(tables, segment, row);
        Volatile.Write(ref held[place], new Held(segment, row, card));
        return card;
    }

    private sealed record Held(Segment Segment, int Row, ListingCard Card);
}
