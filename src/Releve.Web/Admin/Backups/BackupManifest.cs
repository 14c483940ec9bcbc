namespace Releve.Web.Admin.Backups;

/// <summary>What a backup says of itself: read before anything is touched.</summary>
internal sealed record BackupManifest
{
    /// <summary>The name of its entry, written last and read first.</summary>
    public const string Entry = "releve.json";

    /// <summary>The format that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>"sqlite" or "postgres": a backup goes back to the kind of database that it came from.</summary>
    public required string Database { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The migrations that its tables have had: a program that does not know them all is too old for it.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>Everything that is in it.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }
}

/// <summary>A file in a backup.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
internal sealed record BackupFile(string Name, long Size, string Sha256);
