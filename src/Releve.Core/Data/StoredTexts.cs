using System.Data.Common;

namespace Releve.Core.Data;

/// <summary>Lists of texts as the databases keep them: an array in PostgreSQL, JSON in SQLite.</summary>
internal static class StoredTexts
{
    /// <summary>Reads such a column.</summary>
    public static string[] Read(DbDataReader from, int column) =>
        from.GetFieldType(column) == typeof(string) ? StoredJson.Read<string[]>(from.GetString(column)) : from.GetFieldValue<string[]>(column);
}
