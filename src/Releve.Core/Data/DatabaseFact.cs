namespace Releve.Core.Data;

/// <summary>A named fact about this database: the version of a loaded data file, the day of the demonstration.</summary>
public sealed class DatabaseFact
{
    /// <summary>"places.version", "demo.day".</summary>
    public required string Name { get; init; }

    /// <summary>Its value as text.</summary>
    public required string Value { get; set; }
}
