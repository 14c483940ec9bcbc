using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>How much a remark weighs.</summary>
public enum RemarkWeight
{
    /// <summary>It must be mended first.</summary>
    Error,

    /// <summary>It may be published so, once the publisher has said that this is meant.</summary>
    Warning,

    /// <summary>A piece of advice.</summary>
    Advice,
}

/// <summary>Something to look at before publishing: the field, the key of its reason, what in the text it is about.</summary>
public sealed record Remark(RemarkWeight Weight, ListingProblem Problem)
{
    /// <summary>What a publisher confirms: the same remark about the same words.</summary>
    public string Mark => $"{Problem.Field}:{Problem.Key}:{string.Join(',', Problem.Values)}";

    internal static Remark Error(string field, string key, params object[] values) => new(RemarkWeight.Error, new ListingProblem(field, key, values));

    internal static Remark Warning(string field, string key, params object[] values) => new(RemarkWeight.Warning, new ListingProblem(field, key, values));

    internal static Remark Advice(string field, string key, params object[] values) => new(RemarkWeight.Advice, new ListingProblem(field, key, values));
}
