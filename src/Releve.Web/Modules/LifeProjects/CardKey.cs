using Microsoft.AspNetCore.DataProtection;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Shared.Security;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>The seal of life projects' addresses, made with a key of this installation.</summary>
public sealed class CardKey(IDataProtectionProvider protection)
{
    /// <summary>The fact that holds it.</summary>
    public const string Fact = "life-projects.key";

    private readonly StoredKey key = new(protection, Fact, "life-projects");
    private CardSeal? seal;

    /// <summary>The seal.</summary>
    public async ValueTask<CardSeal> ReadAsync(AppDb db, CancellationToken cancellation = default) =>
        seal ??= new CardSeal(await key.ReadAsync(db, cancellation));
}
