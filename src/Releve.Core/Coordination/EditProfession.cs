using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Professions;

namespace Releve.Core.Coordination;

/// <summary>
/// Changes how a profession is called, or where it is officially short of people. From then on the file of professions no
/// longer overwrites it.
/// </summary>
public sealed class EditProfession(AppDb db)
{
    /// <summary>A short sign of the names: another one means that somebody changed them meanwhile.</summary>
    public static string Sign(ProfessionNames names) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names.ToString())))[..16];

    /// <summary>Gives it these names; <paramref name="seen"/> is the sign of what the coordinator saw.</summary>
    public async Task<Decision> RenameAsync(string code, ProfessionNames names, string? seen, Decider by, CancellationToken cancellation = default)
    {
        if (await db.Professions.FirstOrDefaultAsync(one => one.Code == code, cancellation) is not { } profession)
        {
            return Decision.NotFound;
        }
        if (profession.Names == names)
        {
            return Decision.Taken;
        }
        if (Sign(profession.Names) != seen)
        {
            return Decision.Overtaken;
        }
        var before = profession.Names.Fr.Masculine;
        profession.Names = names;
        return await StoreAsync(profession, before == names.Fr.Masculine ? before : $"{before} → {names.Fr.Masculine}", by, cancellation);
    }

    /// <summary>Says that an official list names it for an area, in place of what stood there of that day.</summary>
    public Task<Decision> AddAsync(string code, Shortage shortage, Decider by, CancellationToken cancellation = default) =>
        ChangeAsync(
            code,
            all => [.. all.Where(one => !Same(one, shortage.AreaCode, shortage.Date)), shortage],
            $"+ {shortage.AreaCode}, {shortage.Date:yyyy-MM-dd}, {shortage.Source}",
            by,
            cancellation
        );

    /// <summary>Takes one out.</summary>
    public Task<Decision> RemoveAsync(string code, string area, DateOnly date, Decider by, CancellationToken cancellation = default) =>
        ChangeAsync(code, all => [.. all.Where(one => !Same(one, area, date))], $"− {area}, {date:yyyy-MM-dd}", by, cancellation);

    private static bool Same(Shortage one, string area, DateOnly date) => one.AreaCode == area && one.Date == date;

    private async Task<Decision> ChangeAsync(
        string code,
        Func<IReadOnlyList<Shortage>, IReadOnlyList<Shortage>> change,
        string detail,
        Decider by,
        CancellationToken cancellation
    )
    {
        if (await db.Professions.FirstOrDefaultAsync(one => one.Code == code, cancellation) is not { } profession)
        {
            return Decision.NotFound;
        }
        var changed = change(profession.Shortages);
        if (changed.SequenceEqual(profession.Shortages))
        {
            return Decision.Taken;
        }
        profession.Shortages = changed;
        return await StoreAsync(profession, detail, by, cancellation);
    }

    private async Task<Decision> StoreAsync(Profession profession, string detail, Decider by, CancellationToken cancellation)
    {
        profession.Edited = true;
        var territory = by.Places.Territories.Count == 1 ? by.Places.Territories[0].Slug : null;
        db.AuditEntries.Add(AuditEntry.Of(by.AccountId, "profession.changed", "profession", profession.Code, by.Now, detail, territory));
        await db.StampAsync(ChangeFacts.Professions, cancellation);
        return await db.DecideAsync(cancellation);
    }
}
