using Releve.Core.Accounts;
using Releve.Core.Languages;

namespace Releve.Core.Carers;

/// <summary>
/// What a check of a profession compared with the register: the name and the numbers. A verified badge stands for these, so
/// it does not outlive a change of them. Letter case, accents and spaces are no change.
/// </summary>
public sealed record VerifiedFacts
{
    private VerifiedFacts() { }

    public required string Name { get; init; }
    public required string Rpps { get; init; }
    public required string Inami { get; init; }

    /// <summary>As they stand now.</summary>
    public static VerifiedFacts Of(Account account, CarerProfile? profile) =>
        new()
        {
            Name = Folding.Fold($"{account.GivenName} {account.FamilyName}"),
            Rpps = Folding.Fold(profile?.Rpps ?? ""),
            Inami = Folding.Fold(profile?.Inami ?? ""),
        };
}
