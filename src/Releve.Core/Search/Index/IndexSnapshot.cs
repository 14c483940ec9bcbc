namespace Releve.Core.Search.Index;

/// <summary>
/// What a snapshot was taken of. It fits when the same program reads the same database in which the same line of the change
/// log still stands; what came after that line is then caught up with.
/// </summary>
/// <param name="Facts">Versions of the facts (places, professions) in the database.</param>
/// <param name="FirstListing">The database's first listing.</param>
/// <param name="Sequence">The last settled line of the change log; 0 when there is none.</param>
/// <param name="Line">That line as text.</param>
internal sealed record SnapshotOrigin(string Facts, string FirstListing, long Sequence, string Line);

/// <summary>
/// The index as a file, so that a process answers within a second of its start however many listings there are: arrays are
/// read as they were written. Never the truth: a file that does not fit is passed over, and the index built anew.
/// </summary>
internal static class IndexSnapshot
{
    private const string Magic = "releve-index";

    // Another program may fold, stem or lay out otherwise: its own build decides what it can read.
    private static string Program { get; } = typeof(IndexSnapshot).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static void Write(Stream to, SnapshotOrigin origin, long[] taken, IndexImage image)
    {
        var writer = new SnapshotWriter(to);
        writer.Write(Magic);
        writer.Write([Program, origin.Facts, origin.FirstListing, origin.Line]);
        writer.Write(origin.Sequence);
        writer.Write(taken);
        image.Tables.Write(writer);
        writer.Write(image.Views.Length);
        foreach (var view in image.Views)
        {
            writer.Write(view.Live);
            Write(writer, view.Segment);
        }
        writer.Finish();
    }

    /// <summary>Reads a snapshot; null when another program wrote it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file is not whole.</exception>
    public static SnapshotRead? Read(Stream from)
    {
        var reader = new SnapshotReader(from);
        if (reader.Text() != Magic || reader.Texts() is not [var program, var facts, var first, var line] || program != Program)
        {
            return null;
        }
        var origin = new SnapshotOrigin(facts, first, reader.Long(), line);
        var taken = reader.Array<long>();
        var tables = TablesImage.Read(reader);
        var views = new SegmentView[reader.Long()];
        for (var i = 0; i < views.Length; i++)
        {
            var live = reader.Array<ulong>();
            views[i] = new SegmentView(ReadSegment(reader), live);
        }
        reader.Finish();
        return new SnapshotRead(origin, taken, new IndexImage(tables, views));
    }

    private static void Write(SnapshotWriter to, Segment segment)
    {
        to.Write(segment.Count);
        to.Write(segment.Ids);
        to.Write(segment.Latitudes);
        to.Write(segment.Longitudes);
        to.Write(segment.X);
        to.Write(segment.Y);
        to.Write(segment.Z);
        to.Write(segment.Published);
        to.Write(segment.Expires);
        to.Write(segment.FirstDays);
        to.Write(segment.LastDays);
        to.Write(segment.Communes);
        to.Write(segment.ProfessionSets);
        to.Write(segment.ProfessionRuns);
        to.Write(segment.ProfessionRunStarts);
        to.Write(segment.SpecialtySets);
        to.Write(segment.LanguageSets);
        to.Write(segment.Facets);
        to.Write(segment.ProfessionBits.Length);
        foreach (var bits in segment.ProfessionBits)
        {
            to.Write(bits ?? []);
        }
        to.Write(segment.ProfessionCounts);
        to.Write(segment.Tokens);
        to.Write(segment.PostingStarts);
        to.Write(segment.Postings);
        to.Write(segment.ByDate);
        to.Write(segment.Cards);
        to.Write(segment.CardStarts);
        to.Write(segment.AreaRanges.Keys.ToArray());
        to.Write([.. segment.AreaRanges.Values]);
        to.Write(segment.Bounds.Blocks);
        to.Write(segment.Bounds.Groups);
        to.Write(segment.IdSlots);
    }

    // Members are initialised in the order in which they were written.
    private static Segment ReadSegment(SnapshotReader from) =>
        new()
        {
            Count = (int)from.Long(),
            Ids = from.Array<Guid>(),
            Latitudes = from.Array<double>(),
            Longitudes = from.Array<double>(),
            X = from.Array<double>(),
            Y = from.Array<double>(),
            Z = from.Array<double>(),
            Published = from.Array<long>(),
            Expires = from.Array<long>(),
            FirstDays = from.Array<int>(),
            LastDays = from.Array<int>(),
            Communes = from.Array<int>(),
            ProfessionSets = from.Array<int>(),
            ProfessionRuns = from.Array<int>(),
            ProfessionRunStarts = from.Array<int>(),
            SpecialtySets = from.Array<int>(),
            LanguageSets = from.Array<int>(),
            Facets = from.Array<ulong>(),
            ProfessionBits = ReadBits(from),
            ProfessionCounts = from.Array<int>(),
            Tokens = from.Array<int>(),
            PostingStarts = from.Array<int>(),
            Postings = from.Array<int>(),
            ByDate = from.Array<int>(),
            Cards = from.Array<byte>(),
            CardStarts = from.Array<int>(),
            AreaRanges = ReadRanges(from.Array<int>(), from.Lists()),
            Bounds = new BlockBounds { Blocks = from.Array<BlockBounds.Ball>(), Groups = from.Array<BlockBounds.Ball>() },
            IdSlots = from.Array<int>(),
        };

    private static ulong[]?[] ReadBits(SnapshotReader from)
    {
        var bits = new ulong[]?[from.Long()];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = from.Array<ulong>() is { Length: > 0 } column ? column : null;
        }
        return bits;
    }

    private static Dictionary<int, int[]> ReadRanges(int[] areas, int[][] ranges)
    {
        var all = new Dictionary<int, int[]>(areas.Length);
        for (var i = 0; i < areas.Length; i++)
        {
            all.Add(areas[i], ranges[i]);
        }
        return all;
    }
}

/// <summary>A snapshot as it was read, with the lines of the change log after the origin's that are in it already.</summary>
internal sealed record SnapshotRead(SnapshotOrigin Origin, long[] Taken, IndexImage Image);

/// <summary>The file of a snapshot.</summary>
internal static class SnapshotFile
{
    /// <summary>Writes beside the file and then puts it in its place: a reader finds the old or the new one, whole.</summary>
    public static void Write(string path, SnapshotOrigin origin, long[] taken, IndexImage image)
    {
        var beside = path + ".new";
        using (var to = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            IndexSnapshot.Write(to, origin, taken, image);
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Reads the file; null when it cannot be read, is damaged, or another program wrote it.</summary>
    public static SnapshotRead? TryRead(string path)
    {
        try
        {
            using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
            return IndexSnapshot.Read(from);
        }
        // A damaged length may be anything, and is met before the checksum at the end.
        catch (Exception e)
            when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }
}

/// <summary>The index at one moment, to be written or as it was read.</summary>
internal sealed record IndexImage(TablesImage Tables, SegmentView[] Views);

/// <summary>The numbers given to codes, sets and places at one moment.</summary>
internal sealed record TablesImage(
    ArraySegment<string> Words,
    ArraySegment<string> Professions,
    ArraySegment<int[]> ProfessionSets,
    ArraySegment<string> Specialties,
    ArraySegment<int[]> SpecialtySets,
    ArraySegment<string> Languages,
    ArraySegment<int[]> LanguageSets,
    ArraySegment<string> PlaceCodes,
    ArraySegment<PlaceTable.Entry> Places
)
{
    public void Write(SnapshotWriter to)
    {
        to.Write(Words);
        to.Write(Professions);
        to.Write(ProfessionSets);
        to.Write(Specialties);
        to.Write(SpecialtySets);
        to.Write(Languages);
        to.Write(LanguageSets);
        to.Write(PlaceCodes);
        to.Write([.. Places.Select(place => place.Areas ?? [])]);
        to.Write([.. Places.Select(place => place.Names ?? "")]);
        to.Write(Places.Select(place => place.Curve).ToArray());
    }

    public static TablesImage Read(SnapshotReader from)
    {
        var (words, professions, professionSets) = (from.Texts(), from.Texts(), from.Lists());
        var (specialties, specialtySets) = (from.Texts(), from.Lists());
        var (languages, languageSets) = (from.Texts(), from.Lists());
        var (codes, areas, names, curves) = (from.Texts(), from.Lists(), from.Texts(), from.Array<uint>());
        var places = new PlaceTable.Entry[areas.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = areas[i].Length == 0 ? default : new PlaceTable.Entry(areas[i], names[i], curves[i]);
        }
        return new TablesImage(words, professions, professionSets, specialties, specialtySets, languages, languageSets, codes, places);
    }
}
