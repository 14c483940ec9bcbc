using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Publishing;

namespace Releve.Core.LifeProjects;

/// <summary>By what words tell who wrote them.</summary>
public enum Betrayal
{
    Name,
    Contact,
    Organisation,
}

/// <summary>What would betray a person in the words of a card that bears no name: names, ways to reach, the organisation served.</summary>
/// <param name="GivenName">The first name.</param>
/// <param name="FamilyName">The family name.</param>
/// <param name="Organisations">Names of organisations: those served, and those that must never see the project.</param>
public sealed record BetrayingWords(string? GivenName, string? FamilyName, IReadOnlyList<string> Organisations)
{
    // Shorter ones stand in too many other words.
    private const int ShortestName = 3;
    private const int ShortestOrganisation = 6;

    /// <summary>Reads what would betray a person.</summary>
    public static async Task<BetrayingWords> ReadAsync(AppDb db, Guid account, CancellationToken cancellation = default)
    {
        var person = await db.Accounts.Where(one => one.Id == account).Select(one => new { one.GivenName, one.FamilyName }).SingleAsync(cancellation);
        var project = await db.LifeProjects.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account, cancellation);
        var hidden = project?.HiddenFrom.ToList() ?? [];
        var names = await db
            .Organisations.Where(one =>
                hidden.Contains(one.Id) || db.Memberships.Any(membership => membership.AccountId == account && membership.OrganisationId == one.Id)
            )
            .Select(one => one.Name)
            .ToListAsync(cancellation);
        return new BetrayingWords(person.GivenName, person.FamilyName, names);
    }

    /// <summary>The first thing in the words that tells who wrote them, and how; null when nothing does.</summary>
    public (Betrayal By, string Said)? FindIn(string? words)
    {
        if (words is null)
        {
            return null;
        }
        if (HiddenContacts.Emails(words).Concat(HiddenContacts.Phones(words)).Concat(HiddenContacts.Sites(words)).FirstOrDefault() is { } contact)
        {
            return (Betrayal.Contact, contact);
        }
        if (new[] { FamilyName, GivenName }.FirstOrDefault(name => IsNamed(words, name)) is { } said)
        {
            return (Betrayal.Name, said);
        }
        var folded = $" {Folding.Fold(words)} ";
        return
            Organisations.FirstOrDefault(one => one.Length >= ShortestOrganisation && folded.Contains($" {Folding.Fold(one)} ", StringComparison.Ordinal))
                is { } organisation
            ? (Betrayal.Organisation, organisation)
            : null;
    }

    // Whole words with a capital: "une vue claire" betrays no Claire, and "petit" no Petit.
    private static bool IsNamed(string words, string? name)
    {
        if (name is null || name.Length < ShortestName)
        {
            return false;
        }
        var folded = Folding.Fold(name);
        for (var at = 0; at < words.Length; at++)
        {
            var begins = char.IsLetter(words[at]) && (at == 0 || !char.IsLetter(words[at - 1]));
            if (begins && $"{Folding.Fold(new string(words.AsSpan(at)))} ".StartsWith(folded + " ", StringComparison.Ordinal))
            {
                // The capital of "d’Haene" stands behind its particle.
                if (words.AsSpan(at, Math.Min(name.Length, words.Length - at)).ContainsAnyInRange('A', 'Z') || char.IsUpper(words[at]))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
