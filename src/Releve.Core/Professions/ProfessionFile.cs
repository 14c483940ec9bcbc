using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Releve.Core.Professions;

/// <summary>Where facts of the file come from; date and licence are null where nobody has looked them up.</summary>
public sealed record ProfessionSource(string Title, string Publisher, DateOnly? Date, string? Licence);

/// <summary>For one kind of fact, the key of its source, and whether the file was compared with it.</summary>
public sealed record ProfessionFact(string Source, bool Checked);

/// <summary>The professions as data/professions.json describes them, read and checked.</summary>
public sealed class ProfessionFile
{
    private ProfessionFile(ProfessionFileContent content, string version)
    {
        Date = content.Date;
        Version = version;
        Sources = content.Sources;
        Facts = content.Facts;
        Professions = [.. content.Professions.Select(description => description.ToProfession(content.Sources))];
    }

    /// <summary>The day of the file's last change.</summary>
    public DateOnly Date { get; }

    /// <summary>Day and fingerprint: two files of one version are the same file.</summary>
    public string Version { get; }

    /// <summary>Sources by key.</summary>
    public IReadOnlyDictionary<string, ProfessionSource> Sources { get; }

    /// <summary>Source of each kind of fact: names, ans, hcparty, isco, regulated. Shortages name their own.</summary>
    public IReadOnlyDictionary<string, ProfessionFact> Facts { get; }

    /// <summary>The professions, in the order of the file.</summary>
    public IReadOnlyList<Profession> Professions { get; }

    /// <summary>Reads the file at a path.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or contradicts itself; the message says where.</exception>
    public static async Task<ProfessionFile> ReadAsync(string path, CancellationToken cancellation = default) =>
        Parse(await File.ReadAllBytesAsync(path, cancellation));

    /// <summary>Reads the file's content (UTF-8).</summary>
    /// <exception cref="InvalidDataException">It is no such file, or contradicts itself; the message says where.</exception>
    public static ProfessionFile Parse(ReadOnlySpan<byte> json)
    {
        var content = Deserialize(json);
        var problems = ProfessionFileProblems.In(content).Take(10).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidDataException($"The file of professions contradicts itself: {string.Join("; ", problems)}");
        }
        return new ProfessionFile(content, $"{content.Date:yyyy-MM-dd} {Fingerprint(json)}");
    }

    /// <summary>What the version of a file with this content ends with.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json))[..12];

    private static ProfessionFileContent Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProfessionFileJson.Default.ProfessionFileContent)
                ?? throw new InvalidDataException("The file of professions is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The file of professions cannot be read: {exception.Message}", exception);
        }
    }
}

/// <summary>The file's form, as written.</summary>
internal sealed record ProfessionFileContent(
    DateOnly Date,
    Dictionary<string, ProfessionSource> Sources,
    Dictionary<string, ProfessionFact> Facts,
    ProfessionDescription[] Professions
);

/// <summary>A shortage as written: its source is a key.</summary>
internal sealed record ShortageDescription(string Area, DateOnly Date, string Source, bool Checked);

/// <summary>A profession as written.</summary>
internal sealed record ProfessionDescription(
    string Code,
    ProfessionFamily Family,
    ProfessionNames Names,
    LocalWords Synonyms,
    ProfessionCodes Codes,
    string[] Regulated,
    ShortageDescription[] Shortages,
    Specialty[] Specialties,
    LocalWords? Fields = null
)
{
    /// <summary>The profession to store; each shortage carries its publisher and title, for the database does not know the keys.</summary>
    public Profession ToProfession(Dictionary<string, ProfessionSource> sources) =>
        new()
        {
            Code = Code,
            Family = Family,
            Names = Names,
            Synonyms = Synonyms,
            Fields = Fields ?? LocalWords.None,
            Codes = Codes,
            Regulated = Regulated,
            Specialties = Specialties,
            Shortages =
            [
                .. Shortages.Select(shortage => new Shortage(
                    shortage.Area,
                    shortage.Date,
                    $"{sources[shortage.Source].Publisher}, {sources[shortage.Source].Title}",
                    shortage.Checked
                )),
            ],
        };
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(ProfessionFileContent))]
internal sealed partial class ProfessionFileJson : JsonSerializerContext;
