using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Releve.Core.Alerts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Core.Search;

namespace Releve.Core.Data;

/// <summary>
/// The form of values stored as one JSON column. Generated at build time, for a cold start must not pay for reflection.
/// Enumerations are words, so that the database stays readable and their order may change.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LocalText))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<ListingText>))]
[JsonSerializable(typeof(PayRange))]
[JsonSerializable(typeof(IReadOnlyList<LanguageRequirement>))]
[JsonSerializable(typeof(ListingContact))]
[JsonSerializable(typeof(ListingDetails))]
[JsonSerializable(typeof(ProfessionNames))]
[JsonSerializable(typeof(LocalWords))]
[JsonSerializable(typeof(ProfessionCodes))]
[JsonSerializable(typeof(IReadOnlyList<Shortage>))]
[JsonSerializable(typeof(IReadOnlyList<Specialty>))]
[JsonSerializable(typeof(ProfileVisibility))]
[JsonSerializable(typeof(IReadOnlyList<QuestionAnswer>))]
[JsonSerializable(typeof(FirstWords))]
[JsonSerializable(typeof(ListingSearch))]
[JsonSerializable(typeof(AlertExclusions))]
[JsonSerializable(typeof(LifeWishes))]
[JsonSerializable(typeof(WelcomeAnswers))]
[JsonSerializable(typeof(ProposalOffer))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string[]>))]
public sealed partial class StoredJson : JsonSerializerContext
{
    // Accents stay letters: the columns are read by people, and never end in a page unescaped.
    private static readonly StoredJson Readable = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The text form of a stored value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Readable) ?? "null";

    /// <summary>Reads a stored value.</summary>
    /// <exception cref="JsonException">The text is not one of that type.</exception>
    public static T Read<T>(string text) =>
        (T)(JsonSerializer.Deserialize(text, typeof(T), Readable) ?? throw new JsonException($"A stored {typeof(T).Name} is null."));

    /// <summary>Reads the stored details of a listing from UTF-8.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static ListingDetails ReadDetails(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Readable.ListingDetails) ?? throw new JsonException("Stored details are null.");
}

/// <summary>Maps a property to one JSON column.</summary>
public static class StoredJsonMapping
{
    /// <summary>Stores the property as JSON text; compared by its text.</summary>
    public static PropertyBuilder<T> StoredAsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => StoredJson.Write(value),
            text => StoredJson.Read<T>(text),
            new ValueComparer<T>((a, b) => Same(a, b), value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal), value => value)
        );

    private static bool Same<T>(T? a, T? b) => ReferenceEquals(a, b) || (a is not null && b is not null && StoredJson.Write(a) == StoredJson.Write(b));
}
