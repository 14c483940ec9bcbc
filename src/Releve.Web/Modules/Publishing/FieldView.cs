using Releve.Core.Publishing;

namespace Releve.Web.Modules.Publishing;

/// <summary>A field on the screen: what was typed in each of its controls, and what is wrong with it.</summary>
public sealed record FieldView(FormField Field, FormModel Page)
{
    /// <summary>The id of its (first) control: where an error leads.</summary>
    public string Id => IdOf(Field);

    /// <summary>The id of a field's (first) control.</summary>
    public static string IdOf(FormField field) => field.Control is FieldControl.LanguageLevels or FieldControl.Translations ? field.Name : field.Inputs[0];

    /// <summary>What is wrong with it or one of its controls.</summary>
    public string? Error => Page.ErrorOf(Id);

    public string Label => Page.Words.Label(Page.Form.Kind, Field.Name);

    public string? Hint => Page.Words.Hint(Page.Form.Kind, Field);

    /// <summary>Empty is allowed, and worth saying.</summary>
    public bool Optional => !Field.Required;

    /// <summary>What was typed in a control.</summary>
    public string Value(string input, int at = 0) => Page.Fields.GetValueOrDefault(input, []).ElementAtOrDefault(at) ?? "";

    /// <summary>What was typed in its only control.</summary>
    public string Value() =>
        Value(Field.Name) is { Length: > 0 } value ? value
        : Field.Control == FieldControl.Whole ? Field.Default ?? ""
        : "";

    /// <summary>True when that option is chosen.</summary>
    public bool Has(string option) => Page.Fields.GetValueOrDefault(Field.Name, []).Contains(option);

    /// <summary>The options of a choice: name and words.</summary>
    public IEnumerable<(string Value, string Words)> Options =>
        Enum.GetNames(Field.Options!)
            .Where(name => name != "None" || Field.Control == FieldControl.Choice)
            .Select(name => (name, Page.Words.Option(Field.Options!, name)));

    /// <summary>The options of another enumeration.</summary>
    public IEnumerable<(string Value, string Words)> OptionsOf<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => (name, Page.Words.Option(typeof(T), name)));

    /// <summary>What is selected in a choice: what was chosen, else what stands without a choice.</summary>
    public string Selected =>
        Value() is { Length: > 0 } value ? value
        : Field.Required ? ""
        : Field.Default ?? Enum.GetNames(Field.Options!)[0];
}
