using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Territories;

namespace Releve.Core.Administration;

/// <summary>Everything of a territory that an administrator edits in one form.</summary>
public sealed record TerritoryContent(
    LocalText Names,
    LocalText Presentation,
    IReadOnlyList<string> AreaCodes,
    IReadOnlyList<string> Languages,
    int? Hue,
    int Position
)
{
    /// <summary>What a territory says now.</summary>
    public static TerritoryContent Of(Territory territory) =>
        new(territory.Names, territory.Presentation, territory.AreaCodes, territory.Languages, territory.Hue, territory.Position);

    /// <summary>A short sign of all of it: another one means that somebody changed it meanwhile.</summary>
    public string Sign()
    {
        var text = string.Join('\u001f', [Names.ToString(), Presentation.ToString(), .. AreaCodes, "|", .. Languages, $"{Hue}|{Position}"]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}

/// <summary>What came of an edit.</summary>
public enum EditOutcome
{
    Done,
    NotFound,

    /// <summary>Somebody else changed it, or made one of this name, in the meantime.</summary>
    Overtaken,
}

/// <summary>Makes a territory, or changes one.</summary>
public sealed class EditTerritory(AppDb db)
{
    /// <summary>Makes one; its part of the address comes from its French name.</summary>
    public async Task<(EditOutcome Outcome, string Slug)> CreateAsync(TerritoryContent content, Guid by, DateTime now, CancellationToken cancellation = default)
    {
        var slug = SlugOf(content.Names.Fr);
        if (slug.Length == 0 || await db.Territories.AnyAsync(one => one.Slug == slug, cancellation))
        {
            return (EditOutcome.Overtaken, slug);
        }
        db.Territories.Add(
            new Territory
            {
                Slug = slug,
                Names = content.Names,
                Presentation = content.Presentation,
                AreaCodes = [.. content.AreaCodes],
                Languages = [.. content.Languages],
                Hue = content.Hue,
                Position = content.Position,
            }
        );
        await StoreAsync("territory.created", slug, by, now, cancellation);
        return (EditOutcome.Done, slug);
    }

    /// <summary>Changes one; <paramref name="seen"/> is the sign of what the administrator saw.</summary>
    public async Task<EditOutcome> ChangeAsync(
        string slug,
        TerritoryContent content,
        string? seen,
        Guid by,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        if (await db.Territories.FirstOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } territory)
        {
            return EditOutcome.NotFound;
        }
        var stored = TerritoryContent.Of(territory).Sign();
        if (stored == content.Sign())
        {
            return EditOutcome.Done;
        }
        if (stored != seen)
        {
            return EditOutcome.Overtaken;
        }
        (territory.Names, territory.Presentation) = (content.Names, content.Presentation);
        (territory.AreaCodes, territory.Languages) = ([.. content.AreaCodes], [.. content.Languages]);
        (territory.Hue, territory.Position) = (content.Hue, content.Position);
        await StoreAsync("territory.changed", slug, by, now, cancellation);
        return EditOutcome.Done;
    }

    private static string SlugOf(string name) => Folding.Slug(name) is { Length: > 60 } slug ? slug[..60].TrimEnd('-') : Folding.Slug(name);

    private async Task StoreAsync(string action, string slug, Guid by, DateTime now, CancellationToken cancellation)
    {
        db.AuditEntries.Add(AuditEntry.Of(by, action, "territory", slug, now, territory: slug));
        await db.StampAsync(ChangeFacts.Territories, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
