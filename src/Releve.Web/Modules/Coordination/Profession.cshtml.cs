using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Coordination;

/// <summary>How a profession is called, and where an official list says that it is short of people.</summary>
[Authorize(Access.Coordinator)]
public sealed class ProfessionModel(AppDb db, CoordinationDesk desk, EditProfession edit, Gazetteer gazetteer, RefreshKnowledge refresh) : FormPage
{
    public const int LongestName = 120;
    public const int LongestSource = 300;

    public override string Heading => SearchChips.Capital(Profession.Names.In(Language).Both);

    public Profession Profession { get; private set; } = null!;

    /// <summary>Feminine and masculine names in French, Dutch, English, in this order.</summary>
    [BindProperty]
    public string?[] Names { get; set; } = [];

    /// <summary>The sign of the names that the coordinator saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public bool Compared { get; set; }

    /// <summary>Somebody else changed the names meanwhile.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>The lists that name it for a country or region of the own territories.</summary>
    public IEnumerable<Shortage> Shortages => Profession.Shortages.Where(one => desk.ShortageAreas.Contains(one.AreaCode)).OrderByDescending(one => one.Date);

    public IReadOnlyList<string> Areas => desk.ShortageAreas;

    public string NameOf(string area) => gazetteer.Area(area)?.Names.In(Language) ?? T["Coordination.country." + area];

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.ProfessionPath, Profession.Code, language);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) => await LoadAsync(code, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        var typed = Names;
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }
        Names = typed;
        string?[] names = [.. typed.Select(CleanText.Line)];
        if (names.Length != 6 || names.Any(name => name is null or { Length: > LongestName }))
        {
            Names = [.. Enumerable.Range(0, 6).Select(i => typed.ElementAtOrDefault(i))];
            Refuse("name-0", T.With("Coordination.profession.names.wrong", ("most", LongestName)));
            return Again();
        }
        var wanted = new ProfessionNames(new(names[1]!, names[0]!), new(names[3]!, names[2]!), new(names[5]!, names[4]!));
        return await EndAsync(await edit.RenameAsync(code, wanted, Seen, desk.Decider, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync(string code, CancellationToken cancellation)
    {
        if (!await LoadAsync(code, cancellation))
        {
            return NotFound();
        }
        var source = CleanText.Line(Source);
        if (!Areas.Contains(Area))
        {
            Refuse("area", T["Coordination.profession.area.missing"]);
        }
        if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > DateOnly.FromDateTime(desk.Now))
        {
            Refuse("day", T["Coordination.profession.day.wrong"]);
        }
        if (source is null or { Length: > LongestSource })
        {
            Refuse("source", T.With("Coordination.profession.source.wrong", ("most", LongestSource)));
        }
        return Errors.Count > 0
            ? Again()
            : await EndAsync(await edit.AddAsync(code, new Shortage(Area!, day, source!, Compared), desk.Decider, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, string? from, string? of, CancellationToken cancellation)
    {
        if (
            !await LoadAsync(code, cancellation)
            || !Areas.Contains(from)
            || !DateOnly.TryParseExact(of, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return NotFound();
        }
        return await EndAsync(await edit.RemoveAsync(code, from!, day, desk.Decider, cancellation), cancellation);
    }

    private async Task<IActionResult> EndAsync(Decision decision, CancellationToken cancellation)
    {
        if (decision == Decision.Overtaken)
        {
            IsOvertaken = true;
            Seen = EditProfession.Sign(Profession.Names);
            return Again(StatusCodes.Status409Conflict);
        }
        await refresh.RunAsync(cancellation);
        return LocalRedirect(AddressIn(Language));
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellation)
    {
        if (await db.Professions.AsNoTracking().FirstOrDefaultAsync(one => one.Code == code, cancellation) is not { } profession)
        {
            return false;
        }
        Profession = profession;
        var names = profession.Names;
        Names = [.. new[] { names.Fr, names.Nl, names.En }.SelectMany(name => new[] { name.Feminine, name.Masculine })];
        Seen ??= EditProfession.Sign(names);
        return true;
    }
}
