using System.Security.Cryptography;
using System.Text;

namespace Releve.Core.Publishing;

/// <summary>What is typed in the steps of a form: taking a step over, comparing two states of it.</summary>
public static class FormFields
{
    private const int MostValues = 80;
    private const int LongestValue = 20_000;

    /// <summary>The fields with one step's replaced by what was sent; what does not belong to the step changes nothing.</summary>
    public static IReadOnlyDictionary<string, string[]> With(
        this IReadOnlyDictionary<string, string[]> fields,
        IEnumerable<FormField> step,
        Func<string, IEnumerable<string?>> sent
    )
    {
        var result = new Dictionary<string, string[]>(fields, StringComparer.Ordinal);
        foreach (var input in step.SelectMany(field => field.Inputs))
        {
            string[] values = [.. sent(input).Take(MostValues).Select(Bounded)];
            if (values.Any(value => value.Length > 0))
            {
                result[input] = values;
            }
            else
            {
                result.Remove(input);
            }
        }
        return result;
    }

    /// <summary>A short mark of what a step says: two states with the same mark say the same.</summary>
    public static string Mark(this IReadOnlyDictionary<string, string[]> fields, IEnumerable<FormField> step)
    {
        var text = new StringBuilder();
        foreach (var input in step.SelectMany(field => field.Inputs).Where(fields.ContainsKey))
        {
            text.Append(input).Append('\u0001').AppendJoin('\u0002', fields[input]).Append('\u0003');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>The fields whose controls say something else in the one than in the other.</summary>
    public static IEnumerable<FormField> Differing(
        this IEnumerable<FormField> step,
        IReadOnlyDictionary<string, string[]> one,
        IReadOnlyDictionary<string, string[]> other
    ) => step.Where(field => field.Inputs.Any(input => !Values(one, input).SequenceEqual(Values(other, input))));

    private static string[] Values(IReadOnlyDictionary<string, string[]> fields, string input) => fields.GetValueOrDefault(input, []);

    // A NUL ends texts on some databases; line ends are one sign, as browsers and databases disagree about them.
    private static string Bounded(string? value)
    {
        var text = (value ?? "").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
        return text.Length > LongestValue ? text[..LongestValue] : text;
    }
}
