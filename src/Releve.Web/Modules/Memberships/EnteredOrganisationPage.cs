using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Memberships;

/// <summary>The form in which people say what an organisation is: kind, name, place, numbers.</summary>
public abstract class EnteredOrganisationPage(Gazetteer gazetteer) : FormPage
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>The longest line of an address.</summary>
    public const int LongestLine = 200;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? Finess { get; set; }

    [BindProperty]
    public string? Siret { get; set; }

    [BindProperty]
    public string? Bce { get; set; }

    /// <summary>Seen the ones that look the same: it is another.</summary>
    [BindProperty]
    public bool Another { get; set; }

    /// <summary>Those that have the same number.</summary>
    public IReadOnlyList<TwinOrganisation> Same { get; private set; } = [];

    /// <summary>Those that may be the same.</summary>
    public IReadOnlyList<TwinOrganisation> Alike { get; private set; } = [];

    /// <summary>The unusual number that was sent before: the same again passes.</summary>
    [BindProperty]
    public string? Warned { get; set; }

    /// <summary>The kinds, in the order of their names.</summary>
    public IEnumerable<OrganisationKind> Kinds =>
        Enum.GetValues<OrganisationKind>().OrderBy(kind => Folding.Fold(T[$"Organisations.kind.{kind}"]), StringComparer.Ordinal);

    /// <summary>What somebody else saved in a field meanwhile, where it differs from what was typed; null when nobody did.</summary>
    public virtual string? SavedOf(string field) => null;

    /// <summary>Shows those that stand in the way.</summary>
    protected void Show(IReadOnlyList<TwinOrganisation> same, IReadOnlyList<TwinOrganisation> alike)
    {
        (Same, Alike) = (same, alike);
        if (same.Count > 0)
        {
            Refuse("same", T["Memberships.add.same"]);
        }
        if (alike.Count > 0)
        {
            Refuse("alike", T["Memberships.add.alike"]);
        }
    }

    /// <summary>The commune of a text that the page itself has written; null of any other.</summary>
    protected virtual Commune? Written(string where) => null;

    /// <summary>What was typed; null when something is wrong with it.</summary>
    protected EnteredOrganisation? Read()
    {
        var kind = Kinds.Cast<OrganisationKind?>().FirstOrDefault(one => one.ToString() == Kind);
        if (kind is null)
        {
            Refuse("kind", T["Memberships.add.kind.missing"]);
        }
        var name = Line(Name, "name", LongestName);
        if (name is null || Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal).Length < 2)
        {
            Refuse("name", T["Memberships.add.name.missing"]);
        }
        var commune = ReadCommune();
        var street = Line(Street, "street", LongestLine);
        var postcode = ReadPostcode(commune);
        var (finess, siret, bce) = (ReadFiness(), ReadSiret(), ReadBce());
        return Errors.Count > 0
            ? null
            : new EnteredOrganisation
            {
                Kind = kind!.Value,
                Name = name!,
                CommuneCode = commune!.Code,
                Street = street,
                Postcode = postcode,
                Locality = commune.LocalName(),
                Finess = finess,
                Siret = siret,
                Bce = bce,
                IsAnother = Another,
            };
    }

    private string? Line(string? typed, string field, int longest)
    {
        var line = CleanText.Line(typed);
        if (line?.Length > longest)
        {
            Refuse(field, T.With("Memberships.long", ("most", longest)));
        }
        return line;
    }

    private Commune? ReadCommune()
    {
        var typed = CleanText.Line(Where);
        if (typed is not null && Written(typed) is { } written)
        {
            return written;
        }
        var found = typed is null ? PlaceResolution.None : gazetteer.Resolve(typed, Language);
        if (found.Best?.Commune is { } commune && (typed!.Any(char.IsAsciiDigit) || !IsOneOfSeveral(commune, found)))
        {
            return commune;
        }
        IReadOnlyList<PlaceRef> all = found.Best is { } best ? [best, .. found.Others] : found.Others;
        var others = all.Where(place => place.Commune is not null).Take(4).Select(place => gazetteer.Label(place, Language)).ToList();
        Refuse(
            "where",
            others.Count > 0 ? T.With("Memberships.add.where.several", ("places", string.Join(", ", others)))
                : typed is null ? T["Memberships.add.where.missing"]
                : T["Memberships.add.where.unknown"]
        );
        return null;
    }

    // There are dozens of Saint-Martin: a postcode or département tells which.
    private static bool IsOneOfSeveral(Commune commune, PlaceResolution found) =>
        found.Others.Any(other => other.Commune is { ParentCode: null } one && Folding.Fold(one.LocalName()) == Folding.Fold(commune.LocalName()));

    private string? ReadPostcode(Commune? commune)
    {
        var typed = (CleanText.Line(Postcode) ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (typed.Length == 0)
        {
            return commune?.Postcodes.FirstOrDefault();
        }
        var digits = commune?.Country == "BE" ? 4 : 5;
        if (commune is not null && (typed.Length != digits || !typed.All(char.IsAsciiDigit)))
        {
            Refuse("postcode", T.With("Memberships.add.postcode.wrong", ("digits", digits)));
        }
        return typed;
    }

    private Finess? ReadFiness()
    {
        if (CleanText.Line(Finess) is not { } typed)
        {
            return null;
        }
        if (!Core.Organisations.Finess.TryParse(typed.Replace(" ", "", StringComparison.Ordinal), out var finess))
        {
            Refuse("finess", T["Memberships.add.finess.wrong"]);
            return null;
        }
        // Some official numbers have no right check digit: said once, and believed the second time.
        if (!finess.HasUsualCheckDigit && Warned != finess.Value)
        {
            Warned = finess.Value;
            Refuse("finess", T["Memberships.add.finess.unusual"]);
        }
        return finess;
    }

    private Siret? ReadSiret()
    {
        if (CleanText.Line(Siret) is not { } typed)
        {
            return null;
        }
        if (!Core.Organisations.Siret.TryParse(typed, out var siret))
        {
            Refuse("siret", T["Memberships.add.siret.wrong"]);
            return null;
        }
        return siret;
    }

    private Bce? ReadBce()
    {
        if (CleanText.Line(Bce) is not { } typed)
        {
            return null;
        }
        if (!Core.Organisations.Bce.TryParse(typed, out var bce))
        {
            Refuse("bce", T["Memberships.add.bce.wrong"]);
            return null;
        }
        return bce;
    }
}
