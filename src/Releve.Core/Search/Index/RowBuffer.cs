using System.Numerics;
using Releve.Core.Listings;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Index;

/// <summary>
/// Listings on their way into a segment, in the order in which they came: from the database, or out of older segments.
/// </summary>
internal sealed class RowBuffer : IDisposable
{
    private readonly IndexTables tables;
    private readonly MemoryStream cards = new();
    private readonly BinaryWriter cardWriter;
    private RowFacts[] rows = new RowFacts[64];
    private int[] words = new int[1024];
    private int wordCount;

    // For the listing being read: in which listing a word was last seen, and where among this one's words it stands.
    private long[] seen = new long[1024];

    public RowBuffer(IndexTables tables)
    {
        this.tables = tables;
        cardWriter = new BinaryWriter(cards);
    }

    /// <summary>Everything of a listing but its words and its card.</summary>
    public struct RowFacts
    {
        public Guid Id;
        public double Latitude;
        public double Longitude;
        public long Published;
        public long Expires;
        public int FirstDay;
        public int LastDay;
        public int Commune;
        public int ProfessionSet;
        public int SpecialtySet;
        public int LanguageSet;
        public ulong Facets;
        public int CardStart;
        public int CardEnd;
        public int WordStart;
        public int WordEnd;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<RowFacts> Rows => rows.AsSpan(0, Count);

    /// <summary>Words of all listings, word number and fields packed as in a <see cref="Posting"/>.</summary>
    public ReadOnlySpan<int> Words => words.AsSpan(0, wordCount);

    public ReadOnlySpan<byte> Cards => cards.GetBuffer().AsSpan(0, (int)cards.Length);

    public void Dispose() => cardWriter.Dispose();

    /// <summary>The card that a listing would get, to see whether anything changed.</summary>
    public static byte[] CardBytes(ListingRow row)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        CardCodec.Write(writer, row);
        writer.Flush();
        return stream.ToArray();
    }

    public void Add(ListingRow row)
    {
        ref var facts = ref Next();
        facts.Id = row.Id;
        (facts.Latitude, facts.Longitude) = (row.Latitude, row.Longitude);
        (facts.Published, facts.Expires) = (row.PublishedAt.Ticks, row.ExpiresAt.Ticks);
        facts.FirstDay = row.FirstDay?.DayNumber ?? int.MinValue;
        facts.LastDay = row.LastDay?.DayNumber ?? int.MaxValue;
        facts.Commune = tables.Places.Add(row.CommuneCode, row.Latitude, row.Longitude);
        facts.ProfessionSet = tables.Professions.Add(row.Professions);
        facts.SpecialtySet = tables.Specialties.Add(row.Specialties);
        facts.LanguageSet = row.Languages.Count == 0 ? 0 : tables.Languages.Add([.. row.Languages.Select(l => l.Language)]);
        facts.Facets = FacetsOf(row);
        facts.CardStart = (int)cards.Position;
        CardCodec.Write(cardWriter, row);
        cardWriter.Flush();
        facts.CardEnd = (int)cards.Position;
        facts.WordStart = wordCount;
        ReadWords(row, facts.Commune);
        facts.WordEnd = wordCount;
    }

    /// <summary>Takes over the rows of a segment whose bits are set.</summary>
    public void Add(Segment segment, ulong[] live)
    {
        var first = Count;
        var places = new int[segment.Count]; // row of the segment → row here + 1
        for (var row = 0; row < segment.Count; row++)
        {
            if ((live[row >> 6] >> (row & 63) & 1) == 0)
            {
                continue;
            }
            ref var facts = ref Next();
            places[row] = Count;
            Take(ref facts, segment, row);
        }
        TakeWords(segment, places, first);
    }

    private ref RowFacts Next()
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, Count * 2);
        }
        return ref rows[Count++];
    }

    private void Take(ref RowFacts facts, Segment segment, int row)
    {
        facts.Id = segment.Ids[row];
        (facts.Latitude, facts.Longitude) = (segment.Latitudes[row], segment.Longitudes[row]);
        (facts.Published, facts.Expires) = (segment.Published[row], segment.Expires[row]);
        (facts.FirstDay, facts.LastDay) = (segment.FirstDays[row], segment.LastDays[row]);
        facts.Commune = segment.Communes[row];
        facts.ProfessionSet = segment.ProfessionSets[row];
        facts.SpecialtySet = segment.SpecialtySets[row];
        facts.LanguageSet = segment.LanguageSets[row];
        var column = (row >> 6) * FacetLayout.Stride;
        for (var value = 0; value < FacetLayout.Values; value++)
        {
            facts.Facets |= (segment.Facets[column + value] >> (row & 63) & 1) << value;
        }
        facts.CardStart = (int)cards.Position;
        cards.Write(segment.CardOf(row));
        facts.CardEnd = (int)cards.Position;
    }

    private void TakeWords(Segment segment, int[] places, int first)
    {
        var lengths = new int[Count - first];
        foreach (var posting in segment.Postings)
        {
            if (places[Posting.Row(posting)] is > 0 and var place)
            {
                lengths[place - 1 - first]++;
            }
        }
        for (var i = first; i < Count; i++)
        {
            rows[i].WordStart = rows[i].WordEnd = wordCount;
            wordCount += lengths[i - first];
        }
        Reserve(0);
        for (var at = 0; at < segment.Tokens.Length; at++)
        {
            for (var i = segment.PostingStarts[at]; i < segment.PostingStarts[at + 1]; i++)
            {
                if (places[Posting.Row(segment.Postings[i])] is > 0 and var place)
                {
                    words[rows[place - 1].WordEnd++] = Posting.Of(segment.Tokens[at], Posting.Fields(segment.Postings[i]));
                }
            }
        }
    }

    /// <summary>A listing's facet values as bits, in the order of <see cref="FacetLayout"/>.</summary>
    public static ulong FacetsOf(ListingRow row)
    {
        var traits = ListingTraits.Of(row.Details, row.Pay);
        var bits = 1UL << (FacetLayout.Kind + (int)row.Kind);
        if (traits.Status is { } status)
        {
            bits |= 1UL << (FacetLayout.Status + (int)status);
        }
        if (traits.FullTime is { } full)
        {
            bits |= 1UL << (FacetLayout.Hours + (full ? 0 : 1));
        }
        bits |= (ulong)((int)traits.Rhythm & 15) << FacetLayout.Rhythm;
        bits |= (traits.PayGiven ? 1UL : 0) << FacetLayout.Pay;
        bits |= (row.Benefits.HasFlag(Benefits.Lodging) ? 1UL : 0) << FacetLayout.Lodging;
        bits |= (row.Urgent ? 1UL : 0) << FacetLayout.Urgent;
        return bits | 1UL << (FacetLayout.Source + (int)row.Source);
    }

    private void ReadWords(ListingRow row, int commune)
    {
        foreach (var (text, field) in ListingWords.Of(row, tables.Places[commune].Names))
        {
            Read(text, field);
        }
        if (row.OrganisationId is { } organisation)
        {
            Note(tables.Words.Add(OrganisationWord(organisation)), 0);
        }
    }

    /// <summary>An organisation is searched for like a word that nobody can type.</summary>
    public static string OrganisationWord(Guid organisation) => $"@{organisation:N}";

    private void Read(string? text, int field)
    {
        var reader = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (reader.Read())
        {
            Note(tables.Words.Add(reader.Current), field);
        }
    }

    private void Note(int word, int field)
    {
        if (word >= seen.Length)
        {
            Array.Resize(ref seen, (int)BitOperations.RoundUpToPowerOf2((uint)word + 1));
        }
        // One number holds both: the listing (from 1) and the position; a word of an earlier listing is new here.
        if (seen[word] >> 32 == Count)
        {
            words[(int)seen[word]] |= field;
            return;
        }
        Reserve(1);
        seen[word] = ((long)Count << 32) | (uint)wordCount;
        words[wordCount++] = Posting.Of(word, field);
    }

    private void Reserve(int more)
    {
        if (wordCount + more > words.Length)
        {
            Array.Resize(ref words, Math.Max(words.Length * 2, wordCount + more));
        }
    }
}
