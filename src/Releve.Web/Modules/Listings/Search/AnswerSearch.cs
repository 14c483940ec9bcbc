using Releve.Core.Search;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>Answers the search of a page: the index does, unless a measurement puts something else in its place.</summary>
public delegate SearchAnswer AnswerSearch(ListingSearch search, DateTime now);
