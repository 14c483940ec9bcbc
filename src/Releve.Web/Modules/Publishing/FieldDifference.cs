using Releve.Core.Listings;
using Releve.Core.Publishing;

namespace Releve.Web.Modules.Publishing;

/// <summary>A field that says one thing here and another there, in words.</summary>
public sealed record FieldDifference(string Label, string There, string Here)
{
    /// <summary>The difference between two states of a form's field.</summary>
    public static FieldDifference Of(
        FormField field,
        IReadOnlyDictionary<string, string[]> there,
        IReadOnlyDictionary<string, string[]> here,
        FieldWords words,
        ListingKind kind
    ) => new(words.Label(kind, field.Name), Say(field, there, words), Say(field, here, words));

    private static string Say(FormField field, IReadOnlyDictionary<string, string[]> fields, FieldWords words) =>
        string.Join(
            ", ",
            field.Inputs.SelectMany(input => fields.GetValueOrDefault(input, [])).Where(value => value.Length > 0).Select(value => Say(field, value, words))
        );

    private static string Say(FormField field, string value, FieldWords words) =>
        field.Options is { } options && Enum.GetNames(options).Contains(value) ? words.Option(options, value) : value;
}
