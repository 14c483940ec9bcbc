using System.Data.Common;
using Releve.Core.Data;

namespace Releve.Core.Professions;

/// <summary>Reads all professions by plain ADO: a start must not wait for the object mapper to wake.</summary>
internal static class ReadProfessions
{
    private const string Select = """
        SELECT "Code", "Family", "Names", "Synonyms", "Fields", "Codes", "Regulated", "Shortages", "Specialties", "Edited" FROM professions
        """;

    public static async Task<List<Profession>> RunAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Select;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var professions = new List<Profession>();
        while (await reader.ReadAsync(cancellation))
        {
            professions.Add(
                new Profession
                {
                    Code = reader.GetString(0),
                    Family = Enum.Parse<ProfessionFamily>(reader.GetString(1)),
                    Names = StoredJson.Read<ProfessionNames>(reader.GetString(2)),
                    Synonyms = StoredJson.Read<LocalWords>(reader.GetString(3)),
                    Fields = StoredJson.Read<LocalWords>(reader.GetString(4)),
                    Codes = StoredJson.Read<ProfessionCodes>(reader.GetString(5)),
                    Regulated = StoredTexts.Read(reader, 6),
                    Shortages = StoredJson.Read<IReadOnlyList<Shortage>>(reader.GetString(7)),
                    Specialties = StoredJson.Read<IReadOnlyList<Specialty>>(reader.GetString(8)),
                    Edited = reader.GetBoolean(9),
                }
            );
        }
        return professions;
    }
}
