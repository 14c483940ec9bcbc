namespace Releve.Core.Data;

/// <summary>
/// What processes hold in memory and people change: a fact takes another value with each change, so that every process sees
/// that it should read again.
/// </summary>
public static class ChangeFacts
{
    /// <summary>Stamped when a territory or what it is made of changes.</summary>
    public const string Territories = "territories.changed";

    /// <summary>Stamped when the name or a shortage of a profession changes.</summary>
    public const string Professions = "professions.changed";

    /// <summary>Stamps one, to be stored with the change itself.</summary>
    public static async Task StampAsync(this AppDb db, string name, CancellationToken cancellation)
    {
        var value = Guid.NewGuid().ToString("N");
        if (await db.Facts.FindAsync([name], cancellation) is { } fact)
        {
            fact.Value = value;
        }
        else
        {
            db.Facts.Add(new DatabaseFact { Name = name, Value = value });
        }
    }
}
