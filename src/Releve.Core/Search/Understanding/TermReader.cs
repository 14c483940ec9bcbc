using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search.Words;

namespace Releve.Core.Search.Understanding;

/// <summary>A run of words that the lexicon knows.</summary>
internal sealed record Term(int From, int To, IReadOnlyList<Meaning> Meanings, bool AsWritten);

/// <summary>Finds the known words of a phrase, longest first, and decides what they mean beside each other.</summary>
internal sealed class TermReader(Phrase phrase, Lexicon lexicon, Language language)
{
    public SortedSet<ListingKind> Kinds { get; } = [];
    public List<string> Professions { get; } = [];
    public List<string> Specialties { get; } = [];
    public WorkRhythm Rhythm { get; private set; }
    public SortedSet<EmploymentStatus> Statuses { get; } = [];
    public bool? FullTime { get; private set; }
    public bool Lodging { get; private set; }
    public bool Urgent { get; private set; }

    /// <summary>The known runs, from the left, none over another.</summary>
    public List<Term> Find()
    {
        var terms = new List<Term>();
        for (var i = 0; i < phrase.Tokens.Count; )
        {
            var term = At(i);
            if (term is not null)
            {
                terms.Add(term);
            }
            i = term?.To ?? i + 1;
        }
        return terms;
    }

    /// <summary>The longest known run that begins at a word; null when none does.</summary>
    public Term? At(int i) => phrase.IsTaken(i) ? null : Longest(i) ?? Compound(i);

    /// <summary>Takes what these runs mean.</summary>
    public void Take(IEnumerable<Term> terms)
    {
        var open = terms.Where(term => !phrase.AnyTaken(term.From, term.To)).ToList();
        var named = open.SelectMany(term => ProfessionsOf(term, named: true)).Select(term => term.Entry.Profession.Code).ToHashSet();
        foreach (var term in open)
        {
            TakeFeatures(term);
            TakeProfession(term, named);
        }
    }

    private Term? Longest(int from)
    {
        var tokens = phrase.Tokens;
        for (var to = Math.Min(tokens.Count, from + Lexicon.LongestPhrase); to > from; to--)
        {
            if (phrase.AnyTaken(from, to))
            {
                continue;
            }
            if (lexicon.Find(tokens.Texts(from, to), tokens.Stems(from, to), out var asWritten) is { } meanings && !CountsDays(from, meanings, asWritten))
            {
                return new Term(from, to, meanings, asWritten);
            }
        }
        return null;
    }

    /// <summary>"3 jours par semaine" is no work by day.</summary>
    private bool CountsDays(int from, IReadOnlyList<Meaning> meanings, bool asWritten) =>
        meanings is [{ Value: WorkRhythm.Day }] && (!asWritten || (from > 0 && phrase.Tokens[from - 1].Number >= 0));

    /// <summary>Dutch writes them as one: nachtverpleegkundige, weekendwacht.</summary>
    private Term? Compound(int at)
    {
        var word = phrase.Tokens.Text(at);
        foreach (var (first, rhythm) in new[] { ("nacht", WorkRhythm.Night), ("weekend", WorkRhythm.Weekend), ("dag", WorkRhythm.Day) })
        {
            if (word.Length >= first.Length + 4 && word.StartsWith(first, StringComparison.Ordinal))
            {
                var rest = word[first.Length..];
                if (lexicon.Find(rest, WordStem.Of(rest), out _) is { } meanings)
                {
                    return new Term(at, at + 1, [new Meaning(ReadPartKind.Rhythm, rhythm), .. meanings], true);
                }
            }
        }
        return null;
    }

    private void TakeFeatures(Term term)
    {
        foreach (var meaning in term.Meanings)
        {
            switch (meaning)
            {
                case { Part: ReadPartKind.Kind, Value: ListingKind kind }:
                    Kinds.Add(kind);
                    Take(term, meaning, kind.Slug());
                    break;
                case { Part: ReadPartKind.Rhythm, Value: WorkRhythm rhythm }:
                    Rhythm |= rhythm;
                    Take(term, meaning, Codes.Of(rhythm));
                    break;
                case { Part: ReadPartKind.Status, Value: EmploymentStatus status }:
                    Statuses.Add(status);
                    Take(term, meaning, Codes.Of(status));
                    break;
                case { Part: ReadPartKind.Hours, Value: bool full }:
                    FullTime = full;
                    Take(term, meaning, full ? "full-time" : "part-time");
                    break;
                case { Part: ReadPartKind.Lodging }:
                    Lodging = true;
                    Take(term, meaning, "lodging");
                    break;
                case { Part: ReadPartKind.Words }:
                    Take(term, meaning, phrase.Typed(term.From, term.To));
                    break;
                case { Part: ReadPartKind.Urgent }:
                    Urgent = true;
                    Take(term, meaning, "urgent");
                    break;
            }
        }
    }

    private void Take(Term term, Meaning meaning, string code)
    {
        phrase.Take(term.From, term.To, meaning.Part, code);
        if (meaning.Kept)
        {
            phrase.Parts.Add(new ReadPart(ReadPartKind.Words, phrase.Typed(term.From, term.To), [phrase.Span(term.From, term.To)]));
        }
    }

    private void TakeProfession(Term term, HashSet<string> named)
    {
        var chosen = ProfessionsOf(term, named: true).ToList();
        if (chosen.Count == 0)
        {
            chosen = [.. ProfessionsOf(term, named: false).Where(other => Fits(other, named))];
        }
        if (
            chosen.Count == 0
            && ProfessionsOf(term, named: false)
                .Any(field => field.Kind == ProfessionTermKind.Field && field.Entry.Specialty is null && named.Contains(field.Entry.Code))
        )
        {
            // "Verpleegkundige thuisverpleging": the field says the profession once more.
            phrase.Silence(term.From, term.To);
        }
        foreach (var entry in chosen.Select(one => one.Entry).DistinctBy(entry => entry.Code))
        {
            Add(Professions, entry.Profession.Code);
            if (entry.Specialty is { } specialty)
            {
                Add(Specialties, specialty.Code);
            }
            phrase.Take(term.From, term.To, entry.Specialty is null ? ReadPartKind.Profession : ReadPartKind.Specialty, entry.Code);
        }
    }

    /// <summary>
    /// What names people among the meanings of a run, the best sort of name only, and of equals those in the person's language;
    /// or, not named, what stands for a field.
    /// </summary>
    private IEnumerable<ProfessionTerm> ProfessionsOf(Term term, bool named)
    {
        var all = term
            .Meanings.Select(meaning => meaning.Value)
            .OfType<ProfessionTerm>()
            .Where(one => one.Kind is ProfessionTermKind.Name or ProfessionTermKind.Synonym == named && !IsOtherWord(term, one))
            .ToList();
        if (!named || all.Count < 2)
        {
            return all;
        }
        var best = all.Min(one => one.Kind);
        all.RemoveAll(one => one.Kind != best);
        return all.Any(one => one.Language == language) ? all.Where(one => one.Language == language) : all;
    }

    /// <summary>"AS" is a care assistant, the English word "as" is not: two letters count in another language only as capitals.</summary>
    private bool IsOtherWord(Term term, ProfessionTerm meant) =>
        meant.Text.Length <= 2 && meant.Language != language && phrase.Typed(term.From, term.To) != meant.Text;

    /// <summary>"Cardiologie" means cardiologists where no other profession is named; "bloc" the theatre nurse only beside "infirmière".</summary>
    private static bool Fits(ProfessionTerm term, HashSet<string> named) =>
        term.Kind == ProfessionTermKind.Within
            ? named.Contains(term.Entry.Profession.Code)
            : named.Count == 0 || (named.Contains(term.Entry.Profession.Code) && term.Entry.Specialty is not null);

    private static void Add(List<string> codes, string code)
    {
        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }
}
